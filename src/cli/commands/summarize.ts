import { Refusal } from '../../app/refusal.ts';
import { numberSentences } from '../../app/summaries/number-sentences.ts';
import { summarisePosts } from '../../app/summaries/summarise-posts.ts';
import { counted } from '../../preview/amounts.ts';
import { safeJson } from '../../preview/visible.ts';
import { sentenceJson, sentenceLines } from '../lines/sentence-lines.ts';
import { findingLines, summaryJson, summaryPrinter } from '../lines/summary-lines.ts';
import { defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';
import { openProject } from '../process/open-project.ts';
import { numberList, wholeNumber } from '../process/option-values.ts';
import { sendNewDrafts } from '../process/send-new-drafts.ts';
import { sinceDate, summariseOptions } from '../process/summarise-options.ts';

/** `threadmill summarize FILE|URL|FOLDER`: makes a thread from a blog post, in its author's own sentences. */
export const command = defineCommand({
  name: 'summarize',
  description:
    'Make a draft of a blog post: its description or opening, and the link, or with --length also points that stand by themselves, all in the author’s own sentences. Reads files of Jekyll, Next.js, Hugo, Astro and Eleventy, whole folders of them, and pages. Works offline, and gives the same summary each time.',
  arguments: {
    sources: {
      form: '<source...>',
      about: 'posts, folders of posts, saved pages or feeds, or addresses; - for standard input',
    },
  },
  options: summariseOptions,
  examples: [
    { line: 'summarize content/posts/kettle.md', about: 'one post of the blog' },
    { line: 'summarize content/ --since 2026-01-01', about: 'everything since the new year' },
    {
      line: 'summarize content/ --since 2026-01-01 --round-up',
      about: 'the same as one thread, an item for each post',
    },
    { line: 'summarize https://example.org/blog/kettle --posts 4 --stdout', about: 'a page, in four posts' },
    { line: 'summarize content/posts/kettle.md --choose 1,4-6', about: 'these sentences and no others' },
  ],
  run: async ({ sources }, options, io) => {
    const { schedule, json, publish } = options;
    const posts = wholeNumber('--posts', options.posts, 1, 8);
    const since = sinceDate(options.since);
    if (publish && schedule !== undefined)
      throw new Refusal('usage', 'Use either --publish or --schedule, not both.');
    const sends = publish || schedule !== undefined;
    if (options.stdout && sends)
      throw new Refusal('usage', 'Sending needs a draft in a file; leave out --stdout.');
    const choose = numberList('--choose', options.choose);
    if (choose !== undefined && (posts !== undefined || options.length !== 'auto'))
      throw new Refusal('usage', 'Use either --choose or --length and --posts, not both.');
    const project = await openProject(io);
    if (options.sentences) {
      if (sends || choose !== undefined)
        throw new Refusal(
          'usage',
          '--sentences makes no draft; leave out --choose, --publish and --schedule.',
        );
      const numbered = await numberSentences(sources, options, project);
      const { given, post } = numbered.source;
      for (const line of findingLines(given, post.findings, io)) io.stderr.write(`${line}\n`);
      const lines = json ? [safeJson(numbered.sentences.map(sentenceJson))] : sentenceLines(numbered, io);
      io.stdout.write(`${lines.join('\n')}\n`);
      return EXIT.done;
    }
    const wish = { ...options, posts, since, choose, isDry: options.stdout };
    const done = await summarisePosts(sources, wish, project, summaryPrinter(options, io));
    if (json) io.stdout.write(`${safeJson(done.results.map((one) => summaryJson(one, io.cwd)))}\n`);
    if (done.passedOver > 0)
      io.stderr.write(
        `${counted(done.passedOver, 'post')} skipped: too old, without a date, or not published yet.\n`,
      );
    const code = done.isFaulty ? EXIT.draft : EXIT.done;
    if (!sends) return code;
    // A failed draft does not stop the others.
    const how = { when: schedule, accounts: options.account, yes: options.yes };
    const sent = await sendNewDrafts(done.ready, how, project, io);
    return sent === EXIT.done ? code : sent;
  },
});
