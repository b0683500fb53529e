import { runsText } from '../../drafts/draft-words.ts';
import type { Finding } from '../../drafts/finding.ts';
import { parseDraft } from '../../drafts/parse-draft.ts';
import { printable } from '../../text/printable.ts';
import { xLinks } from '../../text/x/links.ts';
import type { PostSize } from '../choosing/post-size.ts';
import { summaryFinding } from '../finding-codes.ts';
import type { BlogPost } from '../reading/blog-post.ts';
import { markdownText } from '../reading/markdown-text.ts';
import { postWords } from '../reading/post-words.ts';
import type { Summary } from './summarise.ts';
import { canonicalLink, summaryMarkdown } from './summary-markdown.ts';
import type { SummaryParagraph } from './summary-paragraph.ts';

/** The most paragraphs of a proposal; a longer one is the program's own essay. */
const MOST_PARAGRAPHS = 10;

/**
 * Makes a draft of what the user's program proposed, one paragraph per point, and checks it against the post: its length, and
 * that every link and every number is in the post. Marks it as not the author's words, except for paragraphs that are.
 */
export function checkProposal(post: BlogPost, proposal: string, { measure, limit }: PostSize): Summary {
  const at = { line: 1, column: 1 };
  const words = postWords(post);
  const link = canonicalLink(post);
  const findings: Finding[] = [...post.findings];
  const texts = printable(proposal)
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map(plainParagraph)
    .filter((text) => text !== '' && text !== link);
  if (texts.length === 0) findings.push(summaryFinding('no-prose', at, 'the summarizer proposed nothing'));
  if (texts.length > MOST_PARAGRAPHS) {
    const message = `the summarizer proposed ${texts.length} paragraphs; more than ${MOST_PARAGRAPHS} are not a summary`;
    findings.push(summaryFinding('proposal-long', at, message));
  }
  const known = new Set([...words.urls, ...(link === undefined ? [] : [link])].map(bareUrl));
  for (const text of texts) {
    const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
    if (measure(text) > limit)
      findings.push(
        summaryFinding('proposal-long', at, `“${shown}” is longer than a post, and would be cut`),
      );
    for (const { url } of xLinks(text)) {
      if (known.has(bareUrl(url))) continue;
      findings.push(summaryFinding('invented-link', at, `${url} is not in the post`));
    }
    for (const number of text.match(/\d+(?:[.,:]\d+)*/g) ?? []) {
      if (words.numbers.has(number)) continue;
      findings.push(summaryFinding('invented-number', at, `${number}, in “${shown}”, is not in the post`));
    }
  }
  const foreign = texts.filter((text) => !words.text.includes(text));
  if (foreign.length > 0) {
    const message = `${foreign.length} of ${texts.length} paragraphs are the summarizer’s words and not yours; read them before you publish`;
    findings.push(summaryFinding('not-own-words', at, message));
  }
  const paragraphs = texts.map(
    (text, index): SummaryParagraph => ({ text, code: [], role: index === 0 ? 'hook' : 'point' }),
  );
  const markdown = summaryMarkdown(post, paragraphs, { ownWords: foreign.length === 0 });
  return { paragraphs, markdown, findings };
}

/** Converts a paragraph to one line of plain words, without list markers and Markdown marks. */
function plainParagraph(paragraph: string): string {
  const text = paragraph.replace(/\s+/g, ' ').trim();
  if (text === '' || markdownText(text) === undefined) return '';
  const [block] = parseDraft(text, { path: null }).blocks;
  if (block?.type === 'paragraph') return runsText(block.runs).replace(/\s+/g, ' ').trim();
  return text.replace(/^(?:[-*+•]|\d{1,2}[.)]|#{1,6}|>)\s+/, '');
}

const bareUrl = (url: string): string =>
  url
    .replace(/^https?:\/\//i, '')
    .replace(/\/$/, '')
    .toLowerCase();
