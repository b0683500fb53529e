import type { BlogPost } from '../reading/blog-post.ts';
import { markdownText, yamlText } from '../reading/markdown-text.ts';
import { gapBetween } from './item-lines.ts';
import type { RoundUpItem } from './round-up-item.ts';
import type { SummaryParagraph } from './summary-paragraph.ts';

/** How to write a summary's draft. */
export type SummaryMarkdownOptions = {
  /** Which paragraphs form a post, if posts are separated; `---` goes between them. */
  readonly groups?: readonly (readonly number[])[] | undefined;
  /** Whether the items are all of the post's: a choice among them has no numbers. */
  readonly isWhole?: boolean;
  /** False if the words are not the author's. */
  readonly ownWords?: boolean;
};

const MARKERS = { quote: '> ', item: '- ' } as const;

/** Writes a summary as a draft: front matter, one paragraph or item for each point, and the canonical link last. */
export function summaryMarkdown(
  post: BlogPost,
  paragraphs: readonly SummaryParagraph[],
  { groups, isWhole = false, ownWords = true }: SummaryMarkdownOptions = {},
): string {
  const link = canonicalLink(post);
  const parts: string[] = [];
  let number = 0;
  paragraphs.forEach((paragraph, index) => {
    if (index > 0) {
      const opensPost = groups?.some(([first]) => first === index) === true && paragraph.item === undefined;
      const before = paragraphs[index - 1];
      const isItem = ({ item, form }: SummaryParagraph): boolean => item !== undefined || form === 'item';
      const follows = isItem(paragraph) && before !== undefined && isItem(before);
      parts.push(opensPost ? '\n---\n\n' : follows ? '' : '\n');
    }
    if (paragraph.item !== undefined) {
      number += 1;
      parts.push(itemMarkdown(paragraph.item, isWhole ? `${number}. ` : MARKERS.item));
    } else {
      // A heading stays with the hook; its own text does not begin a line.
      const isTitle = paragraph.role === 'title';
      const lines = paragraph.form === 'quote' ? paragraph.text.split('\n') : [paragraph.text];
      const marker = isTitle ? '# ' : paragraph.form === undefined ? '' : MARKERS[paragraph.form];
      for (const line of lines)
        parts.push(
          `${marker}${markdownText(line, paragraph.code, !isTitle) ?? ''}${lines.at(-1) === line ? '' : '  '}\n`,
        );
    }
  });
  const body = `${parts.join('')}${link === undefined ? '' : `\n${link}\n`}`;
  return `${frontMatter(post, link, ownWords)}\n${body}`;
}

function frontMatter(
  { title, language, path }: BlogPost,
  link: string | undefined,
  ownWords: boolean,
): string {
  const lines = [
    ...(title === undefined ? [] : [`title: ${yamlText(title)}`]),
    'kind: post',
    ...(link === undefined ? [] : [`canonical: ${yamlText(link)}`]),
    ...(language === undefined || !/^[a-z]{2,3}(?:[-_][a-z0-9]{2,8})*$/i.test(language)
      ? []
      : [`language: ${language}`]),
    ...(path === null ? [] : [`made_from: ${yamlText(path)}`]),
    ...(ownWords ? [] : ['own_words: false']),
  ];
  return `---\n${lines.join('\n')}\n---\n`;
}

/** Returns the post's address, if it is absolute, and Markdown and every network link all of it. */
export function canonicalLink({ canonical }: Pick<BlogPost, 'canonical'>): string | undefined {
  if (canonical === undefined || !URL.canParse(canonical.url)) return undefined;
  const url = new URL(canonical.url);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : undefined;
}

function itemMarkdown({ before, words, url, after, comment }: RoundUpItem, marker: string): string {
  const text = (part: string, opens: boolean): string => markdownText(part, [], opens) ?? '';
  const safe = url.replace(/[<>\s\\]/g, (sign) => encodeURIComponent(sign));
  const linked = `[${linkText(words)}](${/[()]/.test(safe) ? `<${safe}>` : safe})`;
  const line = `${before === '' ? '' : text(before, true)}${gapBetween(before, words)}${linked}${gapBetween(words, after)}${after === '' ? '' : text(after, false)}`;
  const indent = ' '.repeat(marker.length);
  return `${marker}${line}\n${comment === undefined ? '' : `${indent}- ${text(comment, true)}\n`}`;
}

/** Escapes words inside brackets: closing brackets, and anything that opens something else. */
function linkText(words: string): string {
  return words.replace(/[\\[\]`*_<>&$~!]/g, '\\$&');
}
