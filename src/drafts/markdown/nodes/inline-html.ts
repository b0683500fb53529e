import type { Html } from 'mdast';
import type { Emphasis, Run } from '../../draft.ts';
import type { Position } from '../../finding.ts';
import { type ElementRow, htmlElement, type InlineUse } from '../../html/html-elements.ts';
import { attribute, readClosedTag, readTag, type Tag } from '../../html/html-tag.ts';
import { superscript } from '../../markup/superscript.ts';
import { isAlone } from '../../markup/token-case.ts';
import { PICTURE_FILE } from '../../picture-file.ts';
import { addressReached, withAddress } from '../address-reached.ts';
import {
  type Conversion,
  type DraftText,
  type InlineHandler,
  type InlineWriter,
  type OpenAnchor,
  type OpenEmphasis,
  placeOf,
} from '../conversion.ts';
import { inAnchor, type Range } from '../destinations.ts';
import { withoutForeignHandle } from '../foreign-handle.ts';
import { flatText, writeBreak, writeText } from '../inline-writer.ts';
import { isFootnoteBacklink } from '../is-footnote-backlink.ts';
import { linkTarget, namesItself } from '../link-target.ts';
import { leaveOutStruck } from '../struck-out.ts';
import { writeImage } from './image.ts';
import { standsBelow, writePictureLink } from './linked-picture.ts';

type Use = (tag: PlacedTag, writer: InlineWriter, text: DraftText) => void;

/** One tag of HTML with the facts of its element, its place in the file, and its range in the text, if it has one. */
export type PlacedTag = Pick<Tag, 'name' | 'closing'> & {
  readonly attribute: (name: string) => string | undefined;
  readonly row: ElementRow;
  readonly at: Position;
  readonly range?: Range;
};

const BY_USE: Record<InlineUse, Use> = {
  format: ({ closing, row: { emphasis } }, { html, runs }) => {
    if (emphasis === undefined) return;
    if (!closing) html.emphases.push({ emphasis, firstRun: runs.length });
    else closeEmphasis(html.emphases, emphasis, runs);
  },
  break: (_tag, writer) => {
    writeBreak(writer, true);
  },
  image: ({ attribute, at }, writer, text) => {
    const path = attribute('src');
    if (path !== undefined && isCounter(path, attribute)) {
      // Neither does the empty link around it lead a reader anywhere.
      if (writer.html.anchor?.firstRun === writer.runs.length) writer.html.anchor = undefined;
      return;
    }
    if (path !== undefined && isIcon(attribute)) {
      writeIcon({ path, alt: attribute('alt')?.trim() ?? '', at }, writer, text);
      return;
    }
    if (path !== undefined) writeImage({ path, alt: attribute('alt') ?? '', title: '', at }, writer, text);
  },
  anchor: ({ closing, attribute, at, range }, writer, text) => {
    // `<a href="…"><a href="…">words</a></a>`: a page shows nothing of the outer link.
    const { anchor: outer } = writer.html;
    const isEmpty = outer !== undefined && flatText(writer.runs.slice(outer.firstRun)).trim() === '';
    if (!closing && isEmpty && writer.images.length === outer.firstImage) writer.html.anchor = undefined;
    closeAnchor(writer, text);
    const target = closing ? undefined : (attribute('href') ?? misspelt(attribute, at, text));
    if (target === undefined) return;
    const written = range === undefined ? undefined : inAnchor(text.source, range);
    const { length: firstImage } = writer.images;
    const called = `${attribute('class') ?? ''} ${attribute('role') ?? ''}`;
    writer.html.anchor = {
      target,
      called,
      at,
      from: range?.start,
      written,
      firstRun: writer.runs.length,
      firstImage,
    };
  },
  raised: ({ closing, at }, writer, text) => {
    closeRaised(writer, text);
    if (!closing) writer.html.raised = { at, firstRun: writer.runs.length };
  },
  struck: ({ closing, at }, writer, text) => {
    if (!closing) writer.html.struck ??= { at, firstRun: writer.runs.length };
    else closeStruck(writer, text);
  },
  quoted: ({ closing, at }, writer) => writeText(writer, closing ? '”' : '“', at),
  object: ({ name, closing, at }, _writer, { findings }) => {
    if (!closing)
      findings.add('html-dropped', at, `\`<${name}>\` can't be shown in a post; only its text is kept`);
  },
};

/** Whether a picture has the height of a line of text, and no words that describe it. */
const isIcon = (attribute: PlacedTag['attribute']): boolean =>
  /^(?:[1-9]|[12]\d|3[0-2])(?:px)?$/.test(attribute('height') ?? attribute('width') ?? '') &&
  !/\s/.test(attribute('alt')?.trim() ?? '');

/** Writes the word or sign that describes an icon; without one, its place in the sentence is empty, which is reported. */
function writeIcon(
  { path, alt, at }: { readonly path: string; readonly alt: string; readonly at: Position },
  writer: InlineWriter,
  { findings }: DraftText,
): void {
  const words = /^(?:icon|logo|image|img)?$|\.\w+$/i.test(alt) ? '' : alt;
  if (words !== '') {
    writeText(writer, words, at);
    return;
  }
  const message = `the icon \`${path.slice(0, 60)}\` is left out of its line: a post can’t show it there. Write what it means as its alt text, or in words`;
  findings.add('html-dropped', at, message);
}

/** Whether an image only counts readers, or is an advertisement of another site, so that nobody would send it. */
const isCounter = (path: string, attribute: PlacedTag['attribute']): boolean =>
  (/^[01]$/.test(attribute('width') ?? '') && /^[01]$/.test(attribute('height') ?? '')) ||
  /^(?:https?:)?\/\/[\w.-]*(?:amazon-adsystem|doubleclick|feedburner|statcounter)\./i.test(path);

/** Whether a capital in angle brackets is a type, `Option<A>`, not an element of old HTML: nothing closes it. */
const isType = (written: string, end: number, { source }: Conversion): boolean =>
  /^<[ABISUQ]>$/.test(written) &&
  !source
    .slice(end, end + LONGEST_ELEMENT)
    .toUpperCase()
    .includes(written.replace('<', '</'));

/** A tag or a comment inside a paragraph; anything that is not HTML stays as words. */
export const inlineHtml: InlineHandler<Html> = (node, writer, conversion) => {
  const at = placeOf(node, conversion);
  if (node.value.startsWith('<!--')) {
    const comment = node.value.replace(/\s+/g, ' ').slice(0, 60);
    conversion.findings.add('html-comment-dropped', at, `the comment \`${comment}\` is not published`);
    return;
  }
  const { end } = conversion.rangeOf(node);
  const tag = readTag(node.value) ?? readClosedTag(node.value, conversion.source, end);
  const row = tag === undefined || isType(node.value, end, conversion) ? undefined : htmlElement(tag.name);
  if (tag === undefined || row === undefined) {
    if (PLACEHOLDER.test(node.value) && isAlone(conversion.source, conversion.rangeOf(node).start, end)) {
      const message = `\`${node.value.slice(0, 60)}\` is left out: a page takes it for a tag, and shows nothing. Write the words, or remove it`;
      conversion.findings.add('html-dropped', at, message);
    } else if (tag === undefined || !isMisspelt(tag, node, conversion))
      writeText(writer, node.value.replace(/\s+/g, ' '), at);
  } else {
    const { name, closing, attributes } = tag;
    const named = (key: string): string | undefined => attribute(attributes, key);
    writeTag(
      { name, closing, attribute: named, row, at, range: conversion.rangeOf(node) },
      writer,
      conversion,
    );
  }
};

/** A placeholder that an author forgot to fill in, `<INTRO-GOES-HERE>`. */
const PLACEHOLDER = /^<[A-Z][A-Z\d]*(?:-[A-Z\d]+){2,}>$/;

/** How far from its opening tag an element that may be none closes, in UTF-16 units. */
const LONGEST_ELEMENT = 1000;

/** Whether a tag has attributes, or closes one that had: `<abb title="Web page">page</abb>`, which browsers take for an element. */
function isMisspelt({ name, closing, attributes }: Tag, node: Html, conversion: Conversion): boolean {
  if (!closing) return /\s[\w:-]+=["']/.test(attributes) && !/\ssrc=/.test(attributes);
  const { start } = conversion.rangeOf(node);
  const before = conversion.source.slice(Math.max(0, start - LONGEST_ELEMENT), start);
  return new RegExp(`<${name}\\s[^<>]*=["']`, 'i').test(before);
}

/** Writes what a tag of HTML does to the words of its paragraph. */
export function writeTag(tag: PlacedTag, writer: InlineWriter, text: DraftText): void {
  BY_USE[tag.row.inline](tag, writer, text);
}

/** Closes open HTML tags at the end of a block. */
export function closeHtml(writer: InlineWriter, text: DraftText): void {
  closeRaised(writer, text);
  closeAnchor(writer, text);
}

function closeRaised(writer: InlineWriter, text: DraftText): void {
  const { raised } = writer.html;
  if (raised === undefined) return;
  writer.html.raised = undefined;
  const runs = writer.runs.splice(raised.firstRun);
  // A mark that leads to a source or note stays a mark.
  if (runs.some(({ type }) => type === 'reference' || type === 'note')) {
    writer.runs.push(...runs);
    return;
  }
  const words = flatText(runs);
  const { text: shown, isMarked } = superscript(words, flatText(writer.runs.slice(-1)));
  if (isMarked) {
    const message = `Unicode has no superscript for \`${words.slice(0, 40)}\`, so it is written \`${shown.slice(0, 44)}\``;
    text.findings.add('superscript', raised.at, message);
  }
  writeText(writer, shown, raised.at);
}

function closeStruck(writer: InlineWriter, text: DraftText): void {
  const { struck } = writer.html;
  if (struck === undefined) return;
  writer.html.struck = undefined;
  const runs: readonly Run[] = writer.runs.splice(struck.firstRun);
  leaveOutStruck(flatText(runs), struck.at, writer, text);
}

/**
 * Makes one link of the runs since an `<a href>`, also at the end of the block if it was not closed. The mark of a footnote is
 * no link: it stays a mark, and the link back from the note is left out.
 */
function closeAnchor(writer: InlineWriter, text: DraftText): void {
  const { anchor } = writer.html;
  if (anchor === undefined) return;
  writer.html.anchor = undefined;
  const { target, called, at, written } = anchor;
  const runs = writer.runs.splice(anchor.firstRun);
  const words = flatText(runs);
  const isMark = target.includes('#') && NOTE_MARK.test(words.trim());
  if (isFootnoteBacklink(words, target, called) || (isMark && text.purpose === 'summary')) return;
  if (isMark && writer.html.raised === undefined) {
    writeText(writer, superscript(words, flatText(writer.runs.slice(-1))).text, at);
    return;
  }
  const reached = isMark ? undefined : addressReached(target);
  if (reached !== undefined) {
    writer.runs.push(...runs);
    const gap = /\s$/.test(words) ? ' ' : '';
    const behind = withAddress(words.trim(), reached).slice(words.trim().length).trim();
    if (behind !== '') writeText(writer, gap === '' && words !== '' ? ` ${behind}` : behind + gap, at);
    return;
  }
  const url = isMark ? undefined : linkTarget(target, at, text);
  if (url === undefined) writer.runs.push(...runs);
  else if (words.trim() !== '') {
    const auto = namesItself(words, url);
    // White space beside the words belongs to the sentence around the link.
    if (/^\s/.test(words)) writeText(writer, ' ', at);
    const named = withoutForeignHandle(words.trim(), url, at, text);
    // An address behind a letter would be no address.
    if (auto && /[\p{L}\p{N}]$/u.test(flatText(writer.runs.slice(-1)))) writeText(writer, ' ', at);
    writer.runs.push({ type: 'link', text: named, url, auto, at });
    if (/\s$/.test(words)) writeText(writer, ' ', at);
    // Words that are the URL would have to change too, and may span many nodes.
    if (!auto && written !== undefined) text.destinations.add(at, [written]);
    // Without words, scripts make a card of it: show the address, but not the one of a link or picture that is there.
  } else if (text.purpose === 'thread' && !isThere(url, anchor, text, writer)) {
    // The anchor of a heading, whose sign is drawn: no page shows its address.
    if (url.includes('#') && writer.images.length === anchor.firstImage) return;
    const paths = writer.images.slice(anchor.firstImage).map(({ path }) => path);
    if (paths.length > 0) writePictureLink({ url, at, from: anchor.from, paths }, writer, text);
    else if (!standsBelow(url, text.source, anchor.from))
      writer.runs.push({ type: 'link', text: url, url, auto: true, at });
  }
}

/** Whether readers reach an address without its own line: by the link before it, or by another one if a picture held it. */
function isThere(
  url: string,
  { target, firstImage }: OpenAnchor,
  text: DraftText,
  { runs, images }: InlineWriter,
): boolean {
  const last = runs.at(-1);
  if (last?.type === 'link' && last.url === url) return true;
  if (images.length === firstImage) return false;
  const first = text.source.indexOf(target);
  return PICTURE_FILE.test(url) || text.source.includes(target, first + target.length);
}

/** What authors type for `href`. */
const MISSPELT = ['hef', 'herf', 'hre', 'hrf', 'hreff', 'src', 'url', 'link'];

/** Returns the whole address in an attribute of a link that was meant to be `href`. */
function misspelt(
  attribute: PlacedTag['attribute'],
  at: Position,
  { findings }: DraftText,
): string | undefined {
  const name = MISSPELT.find((one) => /^https?:\/\/\S/i.test(attribute(one) ?? ''));
  if (name === undefined) return undefined;
  const message = `\`<a ${name}="…">\` has no \`href\`, so no page makes a link of it; here it is one: write \`href\``;
  findings.add('link-without-target', at, message);
  return attribute(name);
}

/** The mark of a footnote: `<a href="#fn1">1</a>`. */
const NOTE_MARK = /^(?:\[?\d{1,3}\]?|[*†‡]{1,3})$/u;

function closeEmphasis(open: OpenEmphasis[], emphasis: Emphasis, runs: Run[]): void {
  const last = open.findLastIndex((one) => one.emphasis === emphasis);
  const opened = open[last];
  if (opened === undefined) return;
  open.splice(last);
  for (let at = opened.firstRun; at < runs.length; at += 1) {
    const run = runs[at];
    if (run?.type === 'text' && run.emphasis === undefined) runs[at] = { ...run, emphasis };
  }
}
