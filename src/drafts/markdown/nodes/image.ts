import type { Image, ImageReference } from 'mdast';
import type { Position } from '../../finding.ts';
import { HOLE } from '../../markup/hole.ts';
import { VIDEO_FILE } from '../../picture-file.ts';
import { altAdvice } from '../alt-advice.ts';
import {
  type DraftText,
  type InlineHandler,
  type InlineWriter,
  placeOf,
  sourceOf,
  useDefinition,
} from '../conversion.ts';
import { emoticonOf } from '../emoticons.ts';
import { writeText } from '../inline-writer.ts';

/** `![alt](path "title")`, moved out of its paragraph. */
export const image: InlineHandler<Image> = (node, writer, conversion) =>
  writeImage(
    { path: node.url, alt: node.alt ?? '', title: node.title ?? '', at: placeOf(node, conversion) },
    writer,
    conversion,
  );

/** `![alt][name]`, with `[name]: path` elsewhere. */
export const imageReference: InlineHandler<ImageReference> = (node, writer, conversion) => {
  const at = placeOf(node, conversion);
  const definition = useDefinition(node.identifier, conversion);
  if (definition === undefined) return writeText(writer, sourceOf(node, conversion), at);
  const { url, title } = definition;
  writeImage({ path: url, alt: node.alt ?? '', title: title ?? '', at }, writer, conversion);
};

/** An image as the author wrote it; without alt text or title, they are empty. */
type WrittenImage = {
  readonly path: string;
  readonly alt: string;
  readonly title: string;
  readonly at: Position;
};

/** What a site's generator reads before a relative path, as in `asset-url:./mast.png`; no address has dots there. */
const PREFIX_OF_SITE = /^[a-z][\w-]{1,30}:(?=\.{1,2}\/)/i;

/** What blogs of 2004 counted readers with, also in quotations of each other. */
const COUNTER = /\/aggbug(?:\.ashx\?|\/\d+\.aspx)/i;

/** Moves an image out of the text; one without alt text is a finding. */
export function writeImage(
  { path: written, alt, title, at }: WrittenImage,
  writer: InlineWriter,
  { findings, writtenAt, altOf }: DraftText,
): void {
  const path = written.replace(PREFIX_OF_SITE, '');
  // A file that only the blog's generator knows was already reported.
  if (path.includes(HOLE)) return;
  if (COUNTER.test(path)) {
    findings.add('not-text', at, `${path} only counts readers, and is no picture`);
    return;
  }
  const emoticon = emoticonOf(path, alt);
  if (emoticon !== undefined) {
    if (emoticon === '')
      findings.add('not-text', at, `${path} is an icon in a sentence, not a picture of the post`);
    else writeText(writer, emoticon, at);
    return;
  }
  const described = (alt.trim() === '' ? (altOf?.(path) ?? '') : alt).replace(/\s+/g, ' ').trim();
  if (described === '')
    findings.add(
      'image-without-alt',
      at,
      `the ${VIDEO_FILE.test(path) ? 'video' : 'image'} ${path} has no alt text; say what it shows: ${altAdvice(writtenAt(at), written)}`,
    );
  writer.images.push({ path, alt: described, at, ...(title === '' ? {} : { title }) });
}
