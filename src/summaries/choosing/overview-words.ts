import type { Block, Run } from '../../drafts/draft.ts';
import { finds } from '../../languages/phrases.ts';
import { OVERVIEWS } from '../../languages/purposes.ts';

/** The fewest commas of an overview: it names three things. */
const FEWEST_COMMAS = 2;
/** What separates the things that it names. */
const COMMAS = /[,;、，；]/gu;
/** The sign before the name of an account; not that of a package: `@lamp/oil`. */
const SIGN = /(?<![\p{L}\p{N}_/.-])@(?=\p{L}[\p{L}\p{N}_-]{0,38}(?![\p{L}\p{N}_/-]))/gu;

/** Whether a text begins with a sentence in which a newsletter says what its issue holds. */
export const isOverview = (text: string): boolean =>
  OVERVIEWS.some((rule) => finds(rule, text)) && (text.match(COMMAS)?.length ?? 0) >= FEWEST_COMMAS;

/**
 * Returns blocks with the names of accounts without their sign where a newsletter says what its issue holds, and where words beside
 * them say that they are people: `a talk with @ada`. They are names on another site, and a post would mention somebody else.
 */
export const withoutMentions = (blocks: readonly Block[]): Block[] =>
  blocks.map((block) => {
    if (block.type !== 'paragraph') return block;
    if (!block.runs.some((run) => 'text' in run && run.text.includes('@'))) return block;
    const [first] = block.runs;
    const isOfIssue = first?.type === 'text' && isOverview(textOf(block.runs));
    return {
      ...block,
      runs: block.runs.map((run, at) =>
        isOfIssue ? withoutMention(run) : withoutPerson(run, block.runs[at - 1]),
      ),
    };
  });

/** A word beside which an account is somebody who did something: `a plugin by @ada`. */
const DOING =
  '(?<!\\p{L})(?:by|thanks to|thank|met|asked|talked to|spoke to|talk with|had with|together with|interview with|prepared for|welcome|member|user|contributor|maintainer|developer|colleague|friend) ';
/** A name after the sign that is a rule of CSS, or everybody: `by @media queries`. */
const NO_ACCOUNT =
  '(?!(?:media|import|supports|layer|property|page|views?|test|main|here|all|channel|everyone)(?!\\p{L}))';
const NAME = '\\p{L}[\\p{L}\\p{N}_-]{1,38}';
/** The sign of such an account, and of one that did something: `@ada and @jo wrote`. */
const PERSON = new RegExp(
  `(?:(?<=${DOING})@${NO_ACCOUNT}(?=${NAME}(?![\\p{L}\\p{N}_/-]))|(?<![\\p{L}\\p{N}_/.-])@${NO_ACCOUNT}(?=${NAME}(?: and @?${NAME})?(?:['’]s| (?:who|has|have|got|added|made|built|wrote|created|released|posted|fixed|implemented|started|worked|contributed|proposed|announced))(?!\\p{L})))`,
  'giu',
);
const DOING_END = new RegExp(`${DOING}$`, 'iu');
/** The words of a link that are an account. */
const ACCOUNT = /^@([\p{L}\p{N}_-]{2,39})$/u;

/** Returns text or a link with the account of a person without its sign; `before` is what stands in front of a link. */
function withoutPerson(run: Run, before: Run | undefined): Run {
  if (run.type === 'link') {
    const [, name] = ACCOUNT.exec(run.text) ?? [];
    const isPerson = before?.type === 'text' && DOING_END.test(before.text);
    return name !== undefined && isPerson ? { ...run, text: name } : run;
  }
  if (run.type !== 'text' || run.emphasis === 'code' || !run.text.includes('@')) return run;
  return { ...run, text: run.text.replace(PERSON, '') };
}

/** Returns text or a link with the names of accounts without their sign; code as it is: `@supports`. */
export const withoutMention = (run: Run): Run =>
  run.type === 'link' || (run.type === 'text' && run.emphasis !== 'code')
    ? { ...run, text: run.text.replace(SIGN, '') }
    : run;

const textOf = (runs: readonly Run[]): string =>
  runs.map((run) => ('text' in run ? run.text : run.type === 'break' ? ' ' : '')).join('');
