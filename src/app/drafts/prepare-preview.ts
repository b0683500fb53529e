import type { DraftCards } from '../../cards/draft-cards.ts';
import type { Draft, ImageSource } from '../../drafts/draft.ts';
import type { Finding } from '../../drafts/finding.ts';
import { pictureBlocks } from '../../drafts/shown-as-text.ts';
import { unhonouredTerms } from '../../drafts/unhonoured-terms.ts';
import { NETWORKS } from '../../networks/networks.ts';
import type { Preview, ThreadPreview } from '../../preview/render-preview.ts';
import { buildThread } from '../../threads/build-thread.ts';
import type { PreviousThread } from '../../threads/previous-cuts.ts';
import type { Profile } from '../../threads/profile.ts';
import type { Project } from '../project/project.ts';
import { draftImages } from './draft-images.ts';
import type { LoadedDraft } from './load-draft.ts';
import type { MediaPlaces } from './media-files.ts';
import type { Photos } from './prepare-photos.ts';
import { type EarlierThread, previousThread } from './previous-thread.ts';
import { secretFindings } from './secret-findings.ts';
import { endOf, startOf, timeFinding } from './start-time.ts';
import { profileOf, sendingMs, targetsOf, type Wish } from './targets.ts';

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Sorts findings by their place in the file, removes duplicates, and drops those that the author silenced, except errors. */
function inOrder(findings: readonly Finding[], silence: readonly string[]): Finding[] {
  const seen = new Set<string>();
  return findings
    .filter((finding) => {
      const key = JSON.stringify([finding.code, finding.line, finding.column, finding.message]);
      const hidden = seen.has(key) || (finding.severity !== 'error' && silence.includes(finding.code));
      seen.add(key);
      return !hidden;
    })
    .sort((a, b) => a.line - b.line || a.column - b.column || RANK[a.severity] - RANK[b.severity]);
}

/** Plans the cards of a draft; undefined if it has none, without loading the code for them. */
async function cardsFor(draft: Draft, { config }: Project): Promise<DraftCards | undefined> {
  if (pictureBlocks(draft).length === 0) return undefined;
  const { draftCards } = await import('../../cards/draft-cards.ts');
  return draftCards(draft, config.cards);
}

/** A frozen thread stays valid, whatever a newer version finds in its draft, so errors become warnings. */
const onlyAdvice = (finding: Finding): Finding =>
  finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;

/** Forgets the whole frozen thread, so that the draft is read again although it was not edited. */
const withoutWhole = ({ texts, sent }: PreviousThread): PreviousThread => ({ texts, sent });

/** Prepares a draft's pictures for one network; undefined if it has none, without loading the code for them. */
async function photosFor(
  images: readonly ImageSource[],
  places: MediaPlaces,
  profile: Profile,
  project: Project,
): Promise<Photos | undefined> {
  if (images.length === 0) return undefined;
  const { preparePhotos } = await import('./prepare-photos.ts');
  return preparePhotos(images, places, profile, project);
}

/**
 * Builds everything that a preview or a lint shows of a draft: the thread for each of its targets, and the findings of the
 * draft, its images and its threads.
 *
 * @throws Refusal (usage) for an account that does not exist
 */
export async function preparePreview(
  loaded: LoadedDraft,
  project: Project,
  wish: Wish = {},
): Promise<Preview> {
  const { draft, file } = loaded;
  const { targets, findings } = targetsOf(draft, project.config, wish);
  const places = { root: project.root, publicDir: project.config.site.publicDir, draftFile: file };
  const images = draftImages(draft);
  const threads: ThreadPreview[] = [];
  const cards = await cardsFor(draft, project);
  const now = project.around.now();
  let isAsFrozen = targets.length > 0;
  const all = [...findings, ...secretFindings(loaded.source, project), ...(cards?.findings ?? [])];
  for (const target of targets) {
    const profile = profileOf(target, project.config);
    const { addresses, ...facts } = NETWORKS[target.network];
    all.push(...unhonouredTerms(draft.settings, { ...facts, network: target.network, idIn: addresses.idIn }));
    const account = target.account?.name;
    const { previous, finding }: EarlierThread =
      account === undefined ? {} : await previousThread(loaded, account, target.network);
    if (finding !== undefined) all.push(finding);
    const known = wish.anew === true && previous !== undefined ? withoutWhole(previous) : previous;
    if (known?.unedited === undefined) isAsFrozen = false;
    const photos = await photosFor(images, places, profile, project);
    const thread = buildThread(draft, profile, {
      ...(account === undefined ? {} : { account }),
      ...(known === undefined ? {} : { previous: known }),
      ...(cards === undefined ? {} : { cardsOf: cards.cardsOf }),
      ...(photos === undefined ? {} : { media: photos.facts }),
    });
    const durationMs = sendingMs(thread, target.account);
    const start = startOf(draft.settings.publishAt, target.account ?? undefined, project);
    if (start?.why !== undefined) all.push(timeFinding(start.why, loaded.source));
    threads.push({
      thread,
      durationMs,
      ...endOf(start, durationMs, now),
      ...(photos === undefined ? {} : { photos: photos.changed }),
    });
    all.push(...thread.findings);
    if (photos === undefined) continue;
    const { crowdedMedia } = await import('./prepare-photos.ts');
    all.push(...photos.findings, ...crowdedMedia(thread.posts, images, profile));
  }
  all.push(...(isAsFrozen ? draft.findings.map(onlyAdvice) : draft.findings));
  if (cards === undefined) return { draft, threads, findings: inOrder(all, draft.settings.silence) };
  const { drawCards } = await import('./draw-cards.ts');
  const drawn = await drawCards(cards, project, { onlyFindings: wish.onlyFindings === true });
  all.push(...drawn.findings);
  return { draft, threads, findings: inOrder(all, draft.settings.silence), cards: drawn.pictures };
}

/** Whether a finding prevents the draft from being published. */
export function hasErrors(preview: Preview): boolean {
  return preview.findings.some(({ severity }) => severity === 'error');
}
