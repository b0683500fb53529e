import type { PostSize } from '../../summaries/choosing/post-size.ts';
import { summaryFinding } from '../../summaries/finding-codes.ts';
import type { BlogPost } from '../../summaries/reading/blog-post.ts';
import { plainPost } from '../../summaries/reading/post-words.ts';
import { heldUntilItsDay } from '../../summaries/reading/unpublished.ts';
import { checkProposal } from '../../summaries/writing/check-proposal.ts';
import { summariseChosen } from '../../summaries/writing/chosen-sentences.ts';
import { roundUpOfPosts, roundUpPost } from '../../summaries/writing/posts-round-up.ts';
import { type Summary, type SummaryLength, summarise } from '../../summaries/writing/summarise.ts';
import { dateIn } from '../../time/zoned-time.ts';
import { type DraftNotice, eachDraft } from '../drafts/each-draft.ts';
import { defaultProfiles } from '../drafts/targets.ts';
import type { Project } from '../project/project.ts';
import { zoneOf } from '../project/zone.ts';
import { Refusal } from '../refusal.ts';
import { isWebAddress, type PostSource, postsBelow, readSources } from './post-sources.ts';
import { runSummarizer } from './run-summarizer.ts';
import { summaryPath, type Written, writeSummary } from './summary-files.ts';
import { smallestSize, summarySize } from './summary-size.ts';

/** How much of a round-up's posts is used to find which network fills up first, in UTF-16 units. */
const ROUND_UP_SAMPLE = 20_000;

/** How to summarise posts, and where the drafts go. */
export type SummariseWish = {
  readonly length: SummaryLength;
  /** How many posts; if missing, as many as the length needs. */
  readonly posts: number | undefined;
  /** In folders, only posts of this ISO date or later. */
  readonly since: string | undefined;
  /** The post's own address, for a single post. */
  readonly url: string | undefined;
  /** The folder for drafts; `posts/` if missing. */
  readonly out: string | undefined;
  /** Writes no draft. */
  readonly isDry: boolean;
  /** Overwrites a summary that exists. */
  readonly force: boolean;
  /** Includes posts that the blog itself does not show yet. */
  readonly drafts: boolean;
  /** Makes one thread of all posts, with an item for each. */
  readonly roundUp: boolean;
  /** Lets the configured summarizer propose the text. */
  readonly propose: boolean;
  /** The numbers of the sentences to tell, of a single post; if missing, the rules choose. */
  readonly choose: readonly number[] | undefined;
  readonly allowPrivate: boolean;
};

/** One summary, and what happened to its draft; `null` if none was requested. */
export type SummarisedPost = {
  readonly source: PostSource;
  readonly summary: Summary;
  readonly path: string | null;
  readonly written: Written | null;
  /** Whether there is nothing to make a draft from. */
  readonly isEmpty: boolean;
};

/** Progress of summarising posts. */
export type SummariseEvent =
  | DraftNotice
  | { readonly type: 'empty-folder'; readonly folder: string }
  | { readonly type: 'summarised'; readonly result: SummarisedPost }
  /** The draft of `result` was written, or left unchanged. */
  | { readonly type: 'written'; readonly result: SummarisedPost & { readonly path: string } };

/** The result of summarising posts. */
export type SummarisedPosts = {
  readonly results: readonly SummarisedPost[];
  /** Drafts identical to their summaries, absolute, without duplicates: ready to publish. */
  readonly ready: readonly string[];
  /** Posts in folders that are too old, undated, or not published yet. */
  readonly passedOver: number;
  readonly isFaulty: boolean;
};

const hasErrors = ({ findings }: Summary): boolean => findings.some(({ severity }) => severity === 'error');

function onlyUnpublished({ findings }: Summary): boolean {
  return findings.every(({ severity, code }) => severity !== 'error' || code === 'post-unpublished');
}

function summarizerOf({ config }: Project): readonly string[] {
  if (config.summarizer !== undefined) return config.summarizer;
  throw new Refusal(
    'configuration',
    '--propose needs `summarizer:` in config/threadmill.yaml, such as [my-llm, --stdin].',
  );
}

function chosenOf(post: BlogPost, numbers: readonly number[], size: PostSize): Summary {
  try {
    return summariseChosen(post, numbers, size);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new Refusal('usage', `--choose: ${error.message}; \`--sentences\` shows the numbers.`, {
      cause: error,
    });
  }
}

async function summaryOf(post: BlogPost, wish: SummariseWish, project: Project): Promise<Summary> {
  const size = summarySize(post, project.config);
  if (wish.choose !== undefined) return chosenOf(post, wish.choose, size);
  if (!wish.propose) return summarise(post, { size, length: wish.length, posts: wish.posts });
  const program = summarizerOf(project);
  return checkProposal(post, await runSummarizer(program, plainPost(post), project.around), size);
}

/** Records a post's address, and reports if another post has the same: one of the two links leads to the wrong page. */
function withShared(
  summary: Summary,
  name: string,
  { canonical }: BlogPost,
  addresses: Map<string, string>,
): Summary {
  if (canonical === undefined) return summary;
  const other = addresses.get(canonical.url);
  if (other === undefined || other === name) {
    addresses.set(canonical.url, name);
    return summary;
  }
  const message = `${canonical.url} is also the address of ${other}, worked out from ${canonical.from}; write \`canonical:\` into one of them`;
  const finding = summaryFinding('canonical-shared', { line: 1, column: 1 }, message);
  return { ...summary, findings: [...summary.findings, finding] };
}

const ONE_POST = '--choose names sentences of one post; leave out --propose and --round-up.';

function checkWish(
  sources: readonly string[],
  { url, propose, roundUp, choose }: SummariseWish,
  project: Project,
): void {
  if (roundUp && (url !== undefined || propose))
    throw new Refusal('usage', '--round-up lists several posts; leave out --url and --propose.');
  if (url !== undefined && !isWebAddress(url))
    throw new Refusal('usage', `--url takes a web address, not ‘${url}’.`);
  if (propose) summarizerOf(project);
  if (choose !== undefined && (sources.length !== 1 || propose || roundUp))
    throw new Refusal('usage', ONE_POST);
  if (url !== undefined && sources.length !== 1)
    throw new Refusal('usage', '--url is the address of one post; name one.');
}

/**
 * Makes drafts from blog posts, folders of them, or pages; a problem with one post affects only that post.
 *
 * @throws Refusal (usage, configuration); InterruptedError
 */
export async function summarisePosts(
  sources: readonly string[],
  wish: SummariseWish,
  project: Project,
  tell: (event: SummariseEvent) => void,
): Promise<SummarisedPosts> {
  const folders = sources.map((given) => postsBelow(given, project.around.cwd));
  const given = sources.flatMap((source, at) => folders[at] ?? [source]);
  checkWish(given, wish, project);
  const hollow = sources.filter((_, at) => folders[at]?.length === 0);
  for (const folder of hollow) tell({ type: 'empty-folder', folder });
  const fromFolder = new Set(folders.flatMap((found) => found ?? []));

  const addresses = new Map<string, string>();
  const results: SummarisedPost[] = [];
  const ready = new Set<string>();
  let isFaulty = hollow.length > 0;
  let passedOver = 0;

  /** Reports a summary and writes its draft, unless there is nothing to write. */
  const take = async (
    source: PostSource,
    summary: Summary,
    isOut: boolean,
    isMany: boolean,
  ): Promise<void> => {
    const isEmpty = summary.paragraphs.length === 0 || !isOut;
    const path = wish.isDry || isEmpty ? null : summaryPath(source.post, wish.out, project);
    const result: SummarisedPost = { source, summary, path, written: null, isEmpty };
    results.push(result);
    tell({ type: 'summarised', result });
    const isBad = hasErrors(summary) && !(wish.drafts && onlyUnpublished(summary));
    isFaulty ||= isBad;
    if (path === null) return;
    const written = await writeSummary(path, summary.markdown, wish.force);
    tell({ type: 'written', result: { ...result, path, written } });
    if (written === 'kept' && !isMany) isFaulty = true;
    else if (!isBad) ready.add(path);
  };

  const listed: PostSource[] = [];
  const allRead = await eachDraft(given, tell, async (name) => {
    const sourcesOfName = await readSources(name, wish, project);
    const isMany = fromFolder.has(name) || sourcesOfName.length > 1;
    if (isMany && wish.choose !== undefined) throw new Refusal('usage', ONE_POST);
    for (const read of sourcesOfName) {
      const post = heldUntilItsDay(read.post, dateIn(project.around.now(), zoneOf(project)));
      const source = { ...read, post };
      const isOut = post.unpublished === undefined || wish.drafts;
      const isWanted = wish.since === undefined || (post.date !== undefined && post.date >= wish.since);
      if (isMany && !(isOut && isWanted)) passedOver += 1;
      else if (wish.roundUp) listed.push(source);
      else {
        const summary = withShared(await summaryOf(post, wish, project), name, post, addresses);
        await take(source, summary, isOut, isMany);
      }
    }
  });
  if (wish.roundUp) {
    const good = listed.filter((source) => {
      const summary = { paragraphs: [], markdown: '', findings: source.post.findings };
      tell({ type: 'summarised', result: { source, summary, path: null, written: null, isEmpty: true } });
      isFaulty ||= hasErrors(summary);
      return !hasErrors(summary);
    });
    const title = wish.since === undefined ? 'Round-up' : `Round-up since ${wish.since}`;
    const posts = good.map(({ post }) => post);
    const words = posts.map(plainPost).join('\n').slice(0, ROUND_UP_SAMPLE);
    const size = smallestSize(defaultProfiles(project.config), words);
    const source = { given: sources.join(' '), post: roundUpPost(title, posts[0]?.language) };
    await take(source, roundUpOfPosts(posts, title, size), true, false);
  }
  return { results, ready: [...ready], passedOver, isFaulty: isFaulty || !allRead };
}
