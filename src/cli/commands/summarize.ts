import { Refusal } from '../../app/refusal.ts';
import { calendarDate } from '../../drafts/front-matter/dates.ts';
import { counted } from '../../preview/amounts.ts';
import { severityLabel } from '../../preview/finding-lines.ts';
import { paint } from '../../preview/paint.ts';
import { findingJson } from '../../preview/preview-json.ts';
import { safeJson, visible } from '../../preview/visible.ts';
import { plainPost } from '../../summaries/reading/post-words.ts';
import { heldUntilItsDay } from '../../summaries/reading/unpublished.ts';
import { checkProposal } from '../../summaries/writing/check-proposal.ts';
import { type Summary, type SummaryLength, summarise } from '../../summaries/writing/summarise.ts';
import { defineCommand } from '../command.ts';
import { eachFile } from '../each-file.ts';
import { EXIT } from '../exit-code.ts';
import { handOn } from '../hand-on.ts';
import type { Io } from '../io.ts';
import { wholeNumber } from '../option-values.ts';
import { isWebAddress, type PostSource, postsBelow, readSource } from '../post-sources.ts';
import { openProject, shownPath } from '../project.ts';
import { runSummarizer } from '../run-summarizer.ts';
import { localDate, summaryPath, writeSummary } from '../summary-files.ts';

const LENGTH_NAMES = ['short', 'medium', 'long'] as const satisfies readonly SummaryLength[];

/** A summary with where it went. */
type Result = { readonly source: PostSource; readonly summary: Summary; readonly path: string | null };

function tellFindings({ source, summary }: Result, io: Io): void {
  const colours = paint(io.color);
  for (const { severity, line, column, message, code } of summary.findings) {
    // What was left out on purpose fills a screen of every MDX post; `--json` has it all.
    if (severity === 'info' && code !== 'canonical-guessed') continue;
    const place = isWebAddress(source.given) ? source.given : `${source.given}:${line}:${column}`;
    io.stderr.write(`${severityLabel(severity, colours)} ${visible(place)} ${visible(message)} (${code})\n`);
  }
}

const isFaulty = ({ findings }: Summary): boolean => findings.some(({ severity }) => severity === 'error');

function resultJson({ source, summary, path }: Result, io: Io): object {
  const { title, date, canonical } = source.post;
  return {
    source: source.given,
    title: title ?? null,
    date: date ?? null,
    canonical: canonical?.url ?? null,
    canonical_from: canonical?.from ?? null,
    draft: path === null ? null : shownPath(path, io.cwd),
    paragraphs: summary.paragraphs.map(({ text, role, item }) => ({
      role,
      text,
      ...(item === undefined ? {} : { url: item.url }),
    })),
    markdown: summary.markdown,
    findings: summary.findings.map(findingJson),
  };
}

function since(written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const date = calendarDate(written);
  if (date !== undefined) return date;
  throw new Refusal('usage', `--since takes a date such as 2026-01-31, not ‘${written}’.`);
}

/** `threadmill summarize FILE|URL|FOLDER`: a thread out of a blog post, in its author's own sentences. */
export const command = defineCommand({
  name: 'summarize',
  description:
    'Make a draft of a blog post: a hook, three to seven points and the link, all in the author’s own sentences. Reads files of Jekyll, Next.js, Hugo, Astro and Eleventy, whole folders of them, and pages. Works offline, and gives the same summary each time.',
  arguments: {
    sources: { form: '<source...>', about: 'posts, folders of posts, or addresses; - for standard input' },
  },
  options: {
    length: {
      flags: '--length <length>',
      about: 'how much to say',
      choices: LENGTH_NAMES,
      default: 'medium',
    },
    posts: {
      flags: '--posts <number>',
      about: 'make exactly so many posts on X, where there is enough to say',
    },
    since: { flags: '--since <date>', about: 'of a folder, only posts of that day or later' },
    url: { flags: '--url <address>', about: 'the post’s own address, where it can’t be worked out' },
    out: { flags: '--out <folder>', about: 'where drafts go, instead of posts/' },
    stdout: { flags: '--stdout', about: 'print the draft, and write nothing' },
    force: { flags: '--force', about: 'write over a summary that is there' },
    drafts: { flags: '--drafts', about: 'also posts that the blog itself does not show yet' },
    publish: { flags: '--publish', about: 'publish the drafts at once' },
    schedule: {
      flags: '--schedule <when>',
      about: 'schedule the drafts: next for the next free slot, or a time',
    },
    account: {
      flags: '--account <name>',
      about: 'with --publish or --schedule: as this account (repeatable)',
      repeat: true,
    },
    yes: { flags: '--yes', about: 'with --publish: do not ask' },
    propose: {
      flags: '--propose',
      about: 'let the `summarizer` of the configuration propose the words; they are checked',
    },
    allowPrivate: {
      flags: '--allow-private',
      about: 'also read pages of this machine and of private networks',
    },
    json: { flags: '--json', about: 'print an array with one object for each summary' },
  },
  examples: [
    { line: 'summarize content/posts/kettle.md', about: 'one post of the blog' },
    { line: 'summarize content/ --since 2026-01-01', about: 'everything since the new year' },
    { line: 'summarize https://example.org/blog/kettle --posts 4 --stdout', about: 'a page, in four posts' },
  ],
  run: async (args, options, io) => {
    const posts = wholeNumber('--posts', options.posts, 1, 8);
    const first = since(options.since);
    if (options.publish && options.schedule !== undefined)
      throw new Refusal('usage', 'Say either --publish or --schedule, not both.');
    const sends = options.publish || options.schedule !== undefined;
    if (options.stdout && sends)
      throw new Refusal('usage', 'What is sent needs a draft that is written; leave out --stdout.');
    if (options.url !== undefined && !isWebAddress(options.url))
      throw new Refusal('usage', `--url takes a web address, not ‘${options.url}’.`);
    const project = await openProject(io);
    const { summarizer } = project.config;
    if (options.propose && summarizer === undefined)
      throw new Refusal(
        'configuration',
        '--propose needs `summarizer:` in config/threadmill.yaml, such as [my-llm, --stdin].',
      );
    const folders = args.sources.map((given) => postsBelow(given, io));
    const hollow = args.sources.filter((_, at) => folders[at]?.length === 0);
    for (const given of hollow)
      io.stderr.write(
        `error: ${visible(given)} holds no post: no .md, .mdx or .markdown file is below it.\n`,
      );
    const given = args.sources.flatMap((source, at) => folders[at] ?? [source]);
    if (options.url !== undefined && given.length !== 1)
      throw new Refusal('usage', '--url is the address of one post; name one.');
    const fromFolder = new Set(folders.flatMap((found) => found ?? []));

    const results: Result[] = [];
    const ready = new Set<string>();
    let faulty = false;
    let passedOver = 0;
    const allRead = await eachFile(given, io, async (name) => {
      const read = await readSource(name, options, project, io);
      const post = heldUntilItsDay(read.post, localDate(io.now()));
      const source = { ...read, post };
      const isOut = post.unpublished === undefined || options.drafts;
      const isWanted = first === undefined || (post.date !== undefined && post.date >= first);
      if (fromFolder.has(name) && !(isOut && isWanted)) {
        passedOver += 1;
        return;
      }
      const summary =
        options.propose && summarizer !== undefined
          ? checkProposal(post, await runSummarizer(summarizer, plainPost(post), io))
          : summarise(post, { length: options.length, posts });
      const empty = summary.paragraphs.length === 0 || !isOut;
      const path = options.stdout || empty ? null : summaryPath(post, options.out, project, io);
      const result = { source, summary, path };
      results.push(result);
      tellFindings(result, io);
      const isBad = isFaulty(summary) && !(options.drafts && onlyUnpublished(summary));
      faulty ||= isBad;
      if (options.stdout && !options.json && !empty) io.stdout.write(summary.markdown);
      if (path === null) return;
      const written = await writeSummary(path, summary.markdown, options.force);
      const shown = visible(shownPath(path, io.cwd));
      if (written === 'kept') {
        io.stderr.write(`${shown} is there already, and stays as it is; --force writes over it.\n`);
        faulty ||= !fromFolder.has(name);
        if (!fromFolder.has(name)) return;
      } else if (!options.json) io.stdout.write(`${shown}${written === 'same' ? ' (as it was)' : ''}\n`);
      if (!isBad) ready.add(path);
    });
    if (options.json) io.stdout.write(`${safeJson(results.map((result) => resultJson(result, io)))}\n`);
    if (passedOver > 0)
      io.stderr.write(`${counted(passedOver, 'post')} passed over: older, without a date, or not out yet.\n`);
    const code = allRead && !faulty && hollow.length === 0 ? EXIT.done : EXIT.draft;
    if (!sends) return code;
    // What is wrong with one keeps back that one.
    const how = { when: options.schedule, accounts: options.account, yes: options.yes };
    const sent = await handOn([...ready], how, io);
    return sent === EXIT.done ? code : sent;
  },
});

function onlyUnpublished({ findings }: Summary): boolean {
  return findings.every(({ severity, code }) => severity !== 'error' || code === 'post-unpublished');
}
