/**
 * How many changes of our judgements some test notices: `npm run mutate [FILE…]`. Stryker changes each file below in hundreds of
 * ways, one by one, and runs the tests beside it; a change that no test notices survives, and is shown.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const CHOOSING = 'src/summaries/choosing';
const OPENING_TESTS = ['opening', 'opening-lead', 'opening-start', 'shown-blocks', 'teaser'].map(
  (name) => `summaries/${name}`,
);

/** The files that hold judgement, and the tests of each: few, so that a file takes a minute or two. */
const JUDGEMENTS: Readonly<Record<string, readonly string[]>> = {
  'src/text/stop-rules.ts': [
    'text/stop-rules',
    'text/sentence-end',
    'text/golden-rules',
    'languages/languages',
  ],
  'src/text/sentence-end.ts': ['text/sentence-end', 'text/stop-rules', 'text/golden-rules'],
  'src/text/stop.ts': ['text/stop-rules', 'text/sentence-end', 'text/glue'],
  'src/text/sentence-tables.ts': ['text/sentence-tables'],
  'src/text/glue.ts': ['text/glue'],
  'src/text/joints.ts': ['text/joints'],
  'src/text/joint-places.ts': ['text/joints'],
  'src/text/brackets.ts': ['text/joints'],
  'src/text/series.ts': ['text/joints'],
  'src/text/open-marks.ts': ['text/joints'],
  'src/drafts/markdown/join-outputs.ts': ['drafts/join-outputs'],
  'src/threads/layout/lead-ins.ts': ['threads/lead-ins'],
  'src/threads/layout/attributions.ts': ['threads/lead-ins'],
  'src/threads/layout/join-rules.ts': ['threads/join-rules', 'threads/joins'],
  'src/threads/layout/part-rules.ts': ['threads/join-rules', 'threads/joins'],
  'src/threads/layout/question-rules.ts': ['threads/join-rules', 'threads/joins'],
  'src/threads/layout/own-lines.ts': ['threads/own-lines'],
  'src/threads/layout/back-rules.ts': ['threads/join-rules', 'threads/joins'],
  'src/threads/layout/looking-back.ts': ['threads/looking-back'],
  'src/threads/layout/variants.ts': ['threads/looking-back'],
  'src/threads/layout/block-lines.ts': ['threads/join-rules', 'threads/joins'],
  'src/threads/layout/title-lines.ts': ['threads/title-lines'],
  [`${CHOOSING}/choose.ts`]: ['summaries/choice'],
  [`${CHOOSING}/choose-opening.ts`]: ['summaries/soundness', 'summaries/opening'],
  [`${CHOOSING}/context-bound.ts`]: ['summaries/context-bound'],
  [`${CHOOSING}/features.ts`]: ['summaries/features'],
  [`${CHOOSING}/hook.ts`]: ['summaries/hook'],
  [`${CHOOSING}/known-things.ts`]: ['summaries/known-things'],
  [`${CHOOSING}/lead-in-lines.ts`]: ['summaries/opening', 'summaries/opening-lead', 'summaries/shown-blocks'],
  [`${CHOOSING}/log-lines.ts`]: ['summaries/log-lines'],
  [`${CHOOSING}/lone-steps.ts`]: ['summaries/steps'],
  [`${CHOOSING}/main-words.ts`]: ['summaries/main-words'],
  [`${CHOOSING}/opening.ts`]: OPENING_TESTS,
  [`${CHOOSING}/opening-flow.ts`]: OPENING_TESTS,
  [`${CHOOSING}/opening-length.ts`]: OPENING_TESTS,
  [`${CHOOSING}/opening-ends.ts`]: ['summaries/opening-ends'],
  [`${CHOOSING}/opening-highlights.ts`]: ['summaries/opening-highlights'],
  [`${CHOOSING}/opening-news.ts`]: ['summaries/opening-ends'],
  [`${CHOOSING}/opening-passages.ts`]: ['summaries/opening-passages'],
  [`${CHOOSING}/is-told-by.ts`]: ['summaries/opening-purpose', 'summaries/opening-release'],
  [`${CHOOSING}/opening-overview.ts`]: ['summaries/opening-overview'],
  [`${CHOOSING}/opening-purpose.ts`]: ['summaries/opening-purpose'],
  [`${CHOOSING}/opening-remedy.ts`]: ['summaries/opening-remedy'],
  [`${CHOOSING}/opening-release.ts`]: ['summaries/opening-release'],
  [`${CHOOSING}/opening-start.ts`]: [...OPENING_TESTS, 'summaries/soundness'],
  [`${CHOOSING}/shown-blocks.ts`]: ['summaries/shown-blocks'],
  [`${CHOOSING}/points.ts`]: ['summaries/points'],
  [`${CHOOSING}/points-elsewhere.ts`]: ['summaries/outside-post'],
  [`${CHOOSING}/post-language.ts`]: ['summaries/post-language'],
  [`${CHOOSING}/question-answer.ts`]: ['summaries/question-facts'],
  [`${CHOOSING}/quoted-sentences.ts`]: ['summaries/quoted-sentences'],
  [`${CHOOSING}/soundness.ts`]: ['summaries/soundness'],
  [`${CHOOSING}/unfit-sentences.ts`]: ['summaries/unfit-facts'],
  [`${CHOOSING}/walkthrough.ts`]: ['summaries/steps'],
  'src/summaries/reading/linked-headings.ts': ['summaries/linked-headings'],
};

type Report = {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
};

const NOTICED = ['Killed', 'Timeout'];
const UNNOTICED = ['Survived', 'NoCoverage'];

/** Returns how many changes of a file the tests noticed, of how many. */
function mutate(file: string, tests: readonly string[]): { readonly noticed: number; readonly all: number } {
  const include = tests.map((test) => `test/${test}.test.ts`).join(',');
  const { status } = spawnSync('stryker', ['run', '--mutate', file], {
    stdio: 'inherit',
    env: { ...process.env, MUTATE_TESTS: include },
  });
  if (status === null) process.exit(1);
  const report = JSON.parse(readFileSync('.stryker-tmp/mutation.json', 'utf8')) as Report;
  const mutants = report.files[file]?.mutants ?? [];
  const count = (statuses: readonly string[]): number =>
    mutants.filter((mutant) => statuses.includes(mutant.status)).length;
  return { noticed: count(NOTICED), all: count(NOTICED) + count(UNNOTICED) };
}

const chosen = process.argv.slice(2);
const unknown = chosen.find((file) => JUDGEMENTS[file] === undefined);
if (unknown !== undefined) {
  console.error(`${unknown} is not among the files of bench/mutate.ts. Add it there, with its tests.`);
  process.exit(2);
}
const rows: string[] = [];
let isEnough = true;
for (const [file, tests] of Object.entries(JUDGEMENTS)) {
  if (chosen.length > 0 && !chosen.includes(file)) continue;
  const { noticed, all } = mutate(file, tests);
  const share = (100 * noticed) / all;
  if (!(share >= 80)) isEnough = false;
  rows.push(`| \`${basename(file)}\` | ${all} | ${share.toFixed(1)} % |`);
}
console.log(['| file | changes | noticed |', '| --- | ---: | ---: |', ...rows].join('\n'));
process.exit(isEnough ? 0 : 1);
