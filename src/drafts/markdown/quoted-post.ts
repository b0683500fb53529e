import type { Block, Run } from '../draft.ts';
import type { DraftText } from './conversion.ts';

type Network = {
  /** The address of a post. */
  readonly post: RegExp;
  /** The address of an account or a hashtag, which the network itself links to its name. */
  readonly named: RegExp;
  readonly why: string;
  readonly sample: string;
  readonly leaves: string;
};

/** Networks whose posts are quoted with a link at each name and hashtag, one row each. */
export const QUOTED_POSTS: readonly Network[] = [
  {
    post: /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/\w+\/status(?:es)?\/\d+/i,
    named:
      /^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/(?:hashtag\/[^/?#]+|search\?q=%23[^&#]+|\w+)\/?(?:[?#].*)?$/i,
    why: 'X',
    sample:
      '> [@bo](https://twitter.com/bo) rose in the [#rain](https://twitter.com/hashtag/rain?src=hash) [pic.twitter.com/ab12](https://t.co/ab12)\n>\n> — Ana (@ana) [July 15, 2026](https://twitter.com/ana/status/12)',
    leaves: '@bo rose in the #rain — Ana (@ana) July 15, 2026 [https://twitter.com/ana/status/12]',
  },
  {
    post: /^https?:\/\/bsky\.app\/profile\/[^/]+\/post\/\w+/i,
    named: /^https?:\/\/bsky\.app\/(?:profile|hashtag|search)[/?][^/?#]+\/?(?:[?#].*)?$/i,
    why: 'Bluesky',
    sample:
      '> [@bo.example.org](https://bsky.app/profile/bo.example.org) rose.\n>\n> — [July 15, 2026](https://bsky.app/profile/ana.example.org/post/3k)',
    leaves: '@bo.example.org rose. — July 15, 2026 [https://bsky.app/profile/ana.example.org/post/3k]',
  },
  {
    post: /^https?:\/\/[^/]+\/(?:@[\w.@-]+|users\/\w+\/statuses)\/\d{6,}/i,
    named: /^https?:\/\/[^/]+\/(?:@[\w.@-]+|users\/\w+|tags\/[^/?#]+)\/?$/i,
    why: 'the Fediverse',
    sample:
      '> A float in the [#rain](https://example.social/tags/rain)\n>\n> — Ana, [July 15, 2026](https://example.social/@ana/1234567)',
    leaves: 'A float in the #rain — Ana, July 15, 2026 [https://example.social/@ana/1234567]',
  },
];

/** A name or a hashtag alone; names of other networks lost their `@` before. */
const NAME = /^[@#＠＃]?[\p{L}\p{N}_.@-]+$/u;
/** What stands for the pictures of a post. */
const PICTURE = /\s*(?:https?:\/\/)?pic\.(?:twitter|x)\.com\/\w+/g;

/**
 * Returns the blocks of a quotation; if it is somebody’s post, the names and hashtags in it are words, as on their network, and what
 * stands for its pictures goes: the post’s address, which stays, shows them.
 */
export function asQuotedPost(blocks: readonly Block[], { findings }: DraftText): readonly Block[] {
  const urls = blocks.flatMap((block) => linksIn(block));
  const network = QUOTED_POSTS.find(({ post }) => urls.some((url) => post.test(url)));
  if (network === undefined) return blocks;
  return blocks.flatMap((block): Block[] => {
    if (block.type !== 'paragraph') return [block];
    const runs: Run[] = [];
    for (const run of block.runs) {
      const text = 'text' in run ? run.text.replace(PICTURE, '') : '';
      if (!('text' in run) || text === run.text) {
        runs.push(asName(run, network));
        continue;
      }
      const message =
        '`pic.twitter.com/…` stands for the pictures of a quoted post, to which its address leads; it is left out';
      findings.add('not-text', run.at, message);
      const last = runs.at(-1);
      if (text.trim() !== '') runs.push({ ...run, text });
      // The blank before it would end the line.
      else if (last?.type === 'text') runs[runs.length - 1] = { ...last, text: last.text.trimEnd() };
    }
    const from = runs.findIndex((run) => run.type !== 'break' && !('text' in run && run.text.trim() === ''));
    return from < 0 ? [] : [{ ...block, runs: signedInOneLine(runs.slice(from), network) }];
  });
}

/** Whose post it is, at the start of a line. */
const SIGNATURE = /^\s*(?:[—–―]|--)\s*\S/;

/** Joins the lines that say whose post it is and when it was, up to its address: `— Ana (@ana)`, and the day below. */
function signedInOneLine(runs: readonly Run[], { post }: Network): readonly Run[] {
  const from = runs.findLastIndex((run) => run.type === 'text' && SIGNATURE.test(run.text));
  const to = runs.findLastIndex((run) => run.type === 'link' && post.test(run.url));
  return runs.flatMap((run, at): Run[] => {
    const before = runs[at - 1];
    if (run.type !== 'break' || from < 0 || at < from || at > to) return [run];
    const isParted = before !== undefined && 'text' in before && /\s$/.test(before.text);
    const next = runs[at + 1];
    return isParted || next === undefined || !('at' in next)
      ? []
      : [{ type: 'text', text: ' ', at: next.at }];
  });
}

/** Makes words of a link whose words are a name or a hashtag of the network. */
const asName = (run: Run, { named }: Network): Run =>
  run.type === 'link' && named.test(run.url) && NAME.test(run.text)
    ? { type: 'text', text: run.text, at: run.at }
    : run;

const linksIn = (block: Block): readonly string[] =>
  'runs' in block ? block.runs.flatMap((run) => (run.type === 'link' ? [run.url] : [])) : [];
