import { jpegSegments, pngChunks } from './photo-facts.ts';

/** Whether to drop a JPEG segment: EXIF and XMP (APP1), Photoshop's (APP13) and comments. The colour profile stays. */
const isNote = (type: number): boolean => type === 0xe1 || type === 0xed || type === 0xfe;
const NOTES = /^(?:eXIf|tEXt|zTXt|iTXt|tIME)$/;

/** Removes the metadata of cameras and programs from a JPEG or PNG without changing a pixel. Returns other types unchanged. */
export function stripMetadata(bytes: Uint8Array, mime: string): Uint8Array {
  const cuts: { readonly start: number; readonly end: number }[] = [];
  if (mime === 'image/jpeg') {
    for (const { type, start, to } of jpegSegments(bytes)) if (isNote(type)) cuts.push({ start, end: to });
  } else if (mime === 'image/png')
    for (const { type, start, to } of pngChunks(bytes))
      if (NOTES.test(type)) cuts.push({ start, end: to + 4 });
  if (cuts.length === 0) return bytes;
  const kept: Uint8Array[] = [];
  let at = 0;
  for (const { start, end } of cuts) {
    kept.push(bytes.subarray(at, start));
    at = end;
  }
  kept.push(bytes.subarray(at));
  return new Uint8Array(Buffer.concat(kept));
}
