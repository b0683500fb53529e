import type { Edit } from '../../edits.ts';
import { isAnnounced } from '../is-announced.ts';
import { excerptOf } from '../markup-token.ts';
import { isAlone } from '../token-case.ts';
import { type MarkRule, type MarkSearch, noText, replacing } from './mark-rule.ts';

/** Addresses of pictures that say how a project is: its build, version, licence. */
const BADGE =
  'https?:\\/\\/(?:(?:img\\.)?shields\\.io|badgen\\.net|badge\\.fury\\.io|poser\\.pugx\\.org|nodei\\.co|travis-ci\\.(?:org|com)\\/[^\\s)]+\\.svg|circleci\\.com\\/[^\\s)]+\\.svg|[^\\s)]{1,200}(?:\\/badges?[./?-]|\\/badge(?=[)\\s])|-badge\\.svg|\\/workflows\\/[^\\s)]+\\.svg))[^\\s)]*';

const NOTE_MARK = /\[(?:\\?\[)?(\d{1,3})(?:\\?\])?\]\(#(?:footnote-|_?ftn|ftnt|fn:?-?)\1\)/g;
const NOTE_TEXT =
  /^\[(?:\\?\[)?(\d{1,3})(?:\\?\])?\]\(#(?:footnote-anchor-|_?ftnref|ftnt_ref|fnref:?-?)\1\)\s*(?=\S)/gm;

/** Makes footnotes of an export’s links between a number and its note, where it has both. */
function linkedNotes(search: MarkSearch): Edit[] {
  const numbersOf = (pattern: RegExp): Set<string> =>
    new Set([...search.source.matchAll(pattern)].map(([, number = '']) => number));
  const both = numbersOf(NOTE_MARK).intersection(numbersOf(NOTE_TEXT));
  const note =
    (behind: string) =>
    ([, number = '']: RegExpExecArray): string | undefined =>
      both.has(number) ? `[^linked-${number}]${behind}` : undefined;
  return [...replacing(NOTE_MARK, note(''))(search), ...replacing(NOTE_TEXT, note(': '))(search)];
}

const TAGGED_MARK =
  /<sup\b[^<>\n]{0,100}>\s?<a\b(?=[^<>\n]{0,200}\b(?:rel=["']?footnote|href=["'][^"'<>\n]{0,100}#fn)|(?<=\bid=["']?fnref[^<>\n]{0,30}>\s?<a))[^<>\n]{0,300}>\[?([\w-]{1,20})\]?<\/a>\s?<\/sup>/g;
const TAGGED_BACK =
  /[ \t]*<a\b[^<>\n]{0,200}\brev=["']?footnote\b[^<>\n]{0,100}>(?:&#8617;|&larrhk;|↩\ufe0e?)<\/a>/g;
const NOTE_LINE = /^ {0,3}\[\^([^\]\n]{1,20})\]:/gm;

/** Makes marks of Markdown of those in HTML whose note is one of Markdown, and drops the links back. */
function notesOfTags(search: MarkSearch): Edit[] {
  const notes = new Set([...search.source.matchAll(NOTE_LINE)].map(([, label]) => label));
  return [
    ...replacing(TAGGED_MARK, ([, label = '']) => (notes.has(label) ? `[^${label}]` : undefined))(search),
    ...replacing(TAGGED_BACK, () => '')(search),
  ];
}

/** Returns words without tags, marks and white space, to compare them. */
const bareWords = (text: string): string => text.replace(/<[^<>]*>|[\s*_`]+/g, '');

/** Marks that an export or a host adds to the author’s text, one row per kind. */
export const EXPORT_MARKS: readonly MarkRule[] = [
  {
    name: 'teasers that the text repeats',
    why: 'the words between the comments are for the list of posts',
    sample: '<!--excerpt-->\nIt rose in May.\n<!--/excerpt-->\n\n**It** rose in May. It fell.',
    leaves: 'It rose in May. It fell.',
    mayHold: (source) => /<!--\s*\/excerpt/i.test(source),
    find: replacing(
      /(?<=<!--\s{0,5}excerpt\s{0,5}-->)(?:(?!<!--)[\s\S]){1,3000}(?=<!--\s{0,5}\/excerpt)/gi,
      ({ 0: teaser, index }, { source }) => {
        const below = bareWords(source.slice(index + teaser.length, index + teaser.length + 3000));
        return below.includes(bareWords(teaser).slice(0, 80)) ? '\n' : undefined;
      },
    ),
  },
  {
    name: 'footnotes as links',
    why: 'Substack, Word and Google Docs export a note as two links that lead to each other',
    sample: 'It froze[1](#footnote-1).\n\n[1](#footnote-anchor-1)\n\nIn May.',
    leaves: 'It froze.',
    mayHold: (source) => /\]\(#(?:footnote-anchor-|_?ftnref|ftnt_ref|fnref)/.test(source),
    find: linkedNotes,
  },
  {
    name: 'marks of footnotes in HTML above notes in Markdown',
    why: 'old programs wrote the mark in tags, with the address of their own page, and the notes were changed later',
    sample:
      'It froze.<sup id="fnref:1"><a href="1" rel="footnote">1</a></sup>\n\n[^1]: In May. <a href="1" rev="footnote">&#8617;</a>',
    leaves: 'It froze.',
    mayHold: (source) => /<sup\b[^<>\n]*>\s*<a\b/.test(source) && /^ {0,3}\[\^[^\]\n]+\]:/m.test(source),
    find: notesOfTags,
  },
  {
    name: 'what to click to unfold something',
    why: 'a post shows it unfolded',
    sample: 'So:\n\n<details>\n<summary>Click to see the <b>log</b>.</summary>\n\nIt rose.\n\n</details>',
    leaves: 'So: It rose.',
    mayHold: (source) => source.includes('<summary'),
    find: replacing(
      /(?<=<summary(?: [^<>\n]{0,200})?>)\s{0,20}(?:<\w{1,8}>)?(?:(?:click|tap|press|expand)(?: here)? (?:to|for)\b|点击(?:展开|查看|显示)|クリック(?:して|すると|で))(?:(?!<\/summary>)[^\n]){0,200}(?=<\/summary>)/gi,
      ({ index }, search) => {
        noText(search, index, 'what to click to unfold something is left out: a post shows it unfolded');
        return '';
      },
    ),
  },
  {
    name: 'buttons of a newsletter',
    why: 'Substack puts them between paragraphs; from a post, they lead to nothing that it speaks of',
    sample:
      'It rose.\n\n[Subscribe now](https://ana.substack.com/subscribe?)\n\n[Share](https://ana.substack.com/p/a?action=share)',
    leaves: 'It rose.',
    mayHold: (source) => /\/subscribe\b|action=share|%%\w+_url%%|\/comments\)/.test(source),
    find: replacing(
      /^\[[^\]\n]{1,60}\]\(https?:\/\/(?:[^\s)]+(?:\/subscribe(?:\?[^\s)]*)?|[?&]action=share[^\s)]*|\/p\/[\w-]+\/comments)|%%\w+_url%%[^\s)]*)\)[ \t]*$/gm,
      ({ 0: whole, index }, search) => {
        const message = `\`${excerptOf(whole)}\` is a button of the page, and is left out`;
        search.notes.push({ code: 'not-text-dropped', offset: index, message });
        return '';
      },
    ),
  },
  {
    name: 'links without words behind the same link',
    why: 'Medium exports a card as a link, and again as one around its picture, which is lost',
    sample: '[The log](https://example.org/log)[](https://example.org/log)',
    leaves: 'The log',
    mayHold: (source) => source.includes(')[]('),
    find: replacing(
      /(?=\[\]\()(?<=\]\((\S{1,500}?)(?: "[^"\n]{0,500}")?\))\[\]\(\1(?: "[^"\n]{0,500}")?\)/g,
      () => '',
    ),
  },
  {
    name: 'a comment in stars of its own',
    why: 'kramdown has no other place for the anchor of an item; CommonMark shows the stars',
    sample: '**<!--the-rise-->****The rise:** It rose.',
    leaves: 'The rise: It rose.',
    mayHold: (source) => source.includes('*<!--'),
    find: replacing(/(?<!\*)(\*{1,2})<!--[^<>\n]{0,200}-->\1/g, () => ''),
  },
  {
    name: 'adjoining links with the same address',
    why: 'editors leave two where an author typed into a link; on the page, they are one',
    sample:
      '[The l](https://example.org/log)[og](https://example.org/log) [*of* May](https://example.org/log) rose.',
    leaves: 'The log of May rose.',
    mayHold: (source) => /\) ?\[/.test(source),
    find: replacing(
      /(?<=(?<!!)\[[^[\]\n]{1,300})\]\(([^\s()]{1,500})\)( ?)\[(?=[^[\]\n]{1,300}\]\(\1\))/g,
      ([, , gap]) => gap,
    ),
  },
  {
    name: 'links without words before words or a picture',
    why: 'forges and old editors leave the anchor of a heading, or of a picture that is gone, where no page shows it',
    sample: '[](https://example.org/log#rise)The log rose.',
    leaves: 'The log rose.',
    mayHold: (source) => source.includes('[]('),
    find: replacing(/(?<![!\\\]])\[\]\((?:https?:|\/|#)[^\s()]{0,500}\)(?=[\p{L}\p{N}[!*_`“"])/gu, () => ''),
  },
  {
    name: 'badges',
    why: 'they say how a project is today, in letters too small for a post',
    sample:
      '[![Build](https://img.shields.io/a.svg)](https://example.org/ci) ![npm](https://badge.fury.io/js/a.svg)\n\nIt rose.',
    leaves: 'It rose.',
    mayHold: (source) =>
      source.includes('![') &&
      /badge|shields\.io|travis-ci|circleci|poser\.pugx|nodei\.co|\/workflows\//.test(source),
    find: replacing(
      new RegExp(
        `\\[!\\[[^\\]\\n]{0,200}\\]\\(${BADGE}(?: "[^"\\n]*")?\\)\\]\\([^)\\n]{0,500}\\)[ \\t]?|(?<!\\[)!\\[[^\\]\\n]{0,200}\\]\\(${BADGE}(?: "[^"\\n]*")?\\)[ \\t]?`,
        'g',
      ),
      ({ 0: whole, index }, search) => {
        // A badge alone, without a link, is what the post is about.
        const isShown = whole.startsWith('!') && isAlone(search.source, index, index + whole.length);
        if (isShown || isAnnounced(search.source, index)) return undefined;
        noText(search, index, 'a badge is not a picture of the post');
        return '';
      },
    ),
  },
  {
    name: 'signs of Hashnode’s and Ghost’s notes',
    why: 'an emoji that the page sets beside the words',
    sample:
      '<div data-node-type="callout">\n<div data-node-type="callout-emoji">💡</div>\n<div data-node-type="callout-text">It rose.</div>\n</div>',
    leaves: 'It rose.',
    mayHold: (source) => source.includes('callout-emoji'),
    find: replacing(/(?<=(?:data-node-type="|class="kg-)callout-emoji">)[^<\n]{1,20}(?=<\/div>)/g, () => ''),
  },
  {
    name: 'sizes behind a picture’s address',
    why: 'Hashnode and Zenn write how wide a picture is, which no other Markdown reads',
    sample: 'It rose.\n\n![A mast](https://example.org/mast.png align="center")',
    leaves: 'It rose.',
    mayHold: (source) => /\]\(\S{1,1000} (?:[a-z]{1,20}=|=\d)/.test(source),
    find: replacing(
      /(?= +[a-z]+=)(?<=!\[[^\]\n]{0,500}\]\([^\s()]{1,1000})(?: +(?:align|width|height|class|style)=(?:"[^"\n]*"|[\w%-]+))+(?=\))/g,
      () => '',
    ),
  },
];
