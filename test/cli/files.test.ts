import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readDraftBytes } from '../../src/app/drafts/draft-files.ts';
import { findMedia, type MediaPlaces } from '../../src/app/drafts/media-files.ts';
import { replaceFile } from '../../src/disk/replace-file.ts';
import { fakeIo } from './fake-io.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'threadmill-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a draft that can’t be read', () => {
  const read = (given: string): Promise<Uint8Array> => readDraftBytes(given, fakeIo({ cwd: folder }));

  it('because it is missing', () =>
    expect(read('no.md')).rejects.toThrow('no.md can’t be read: there is no such file.'));

  it('because it is a folder', () => {
    mkdirSync(join(folder, 'posts'));
    return expect(read('posts')).rejects.toThrow(
      'posts can’t be read: it is a folder; name the drafts in it.',
    );
  });

  it('because its path leads through a file', () => {
    writeFileSync(join(folder, 'a.md'), 'x');
    return expect(read('a.md/b.md')).rejects.toThrow('a part of its path is not a folder');
  });

  it('because its symbolic links form a loop', () => {
    symlinkSync(join(folder, 'b.md'), join(folder, 'a.md'));
    symlinkSync(join(folder, 'a.md'), join(folder, 'b.md'));
    return expect(read('a.md')).rejects.toThrow('its symbolic links form a loop');
  });

  it('because it has 50 MB, without reading them', () => {
    writeFileSync(join(folder, 'big.md'), '');
    truncateSync(join(folder, 'big.md'), 50 * 1024 * 1024);
    return expect(read('big.md')).rejects.toThrow(
      'big.md can’t be read: it is 50 MB; a draft may have up to 16 MB.',
    );
  });

  it('because standard input never ends', () => {
    const io = fakeIo({ stdin: new Uint8Array(17 * 1024 * 1024) });
    return expect(readDraftBytes('-', io)).rejects.toThrow('standard input can’t be read: it is larger');
  });

  it('always as a failure of the draft', () =>
    expect(read('no.md')).rejects.toMatchObject({ kind: 'draft' }));
});

describe('an image', () => {
  let places: MediaPlaces;
  beforeEach(() => {
    mkdirSync(join(folder, 'project/posts/images'), { recursive: true });
    mkdirSync(join(folder, 'site/images'), { recursive: true });
    places = {
      root: join(folder, 'project'),
      publicDir: '../site',
      draftFile: join(folder, 'project/posts/a.md'),
    };
  });
  const put = (path: string, bytes: Uint8Array | string = PNG): void =>
    writeFileSync(join(folder, path), bytes);

  it('is found beside the draft', async () => {
    put('project/posts/images/a.png');
    const found = await findMedia('images/a.png', places);
    expect(found).toMatchObject({ size: PNG.length });
  });

  it('is found under site.public_dir when its path opens with a slash', async () => {
    put('site/images/a.png');
    expect(await findMedia('/images/a.png', places)).toMatchObject({ size: PNG.length });
  });

  it('is found by its name in a URL', async () => {
    put('site/images/a b.png');
    expect(await findMedia('/images/a%20b.png', places)).toMatchObject({ size: PNG.length });
  });

  it('with the ending of its file, where the draft names none', async () => {
    put('project/posts/images/a.png');
    expect(await findMedia('images/a', places)).toMatchObject({ size: PNG.length });
    expect(await findMedia('images/no', places)).toEqual({
      code: 'media-missing',
      message:
        'there is no image images/no; it was looked up beside the draft; write the whole name of the file, with its ending',
    });
  });

  it('may lie in public_dir through a link from the project', async () => {
    put('site/images/a.png');
    symlinkSync(join(folder, 'site/images/a.png'), join(folder, 'project/posts/link.png'));
    expect(await findMedia('link.png', places)).toMatchObject({ size: PNG.length });
  });

  it.each([
    ['by dots', '../../secret.png'],
    ['by dots from the site', '/../secret.png'],
    ['by dots in a URL', '..%2F..%2Fsecret.png'],
    ['by a link', 'link.png'],
    ['by a folder that is a link', 'out/secret.png'],
  ])('never leads outside the project %s', async (_how, path) => {
    put('secret.png');
    symlinkSync(join(folder, 'secret.png'), join(folder, 'project/posts/link.png'));
    symlinkSync(folder, join(folder, 'project/posts/out'));
    expect(await findMedia(path, places)).toMatchObject({ code: 'media-outside' });
  });

  it.each([
    ['is missing', 'images/no.png', 'media-missing'],
    ['is on another machine', 'https://example.org/a.png', 'media-remote'],
    ['is on another machine, without a scheme', '//example.org/a.png', 'media-remote'],
    ['is inside the draft', 'data:image/png;base64,AAAA', 'media-remote'],
    ['is a folder', 'images', 'media-type'],
    ['has a zero byte in its name', 'a\0b.png', 'media-missing'],
  ])('is refused when it %s', async (_what, path, code) => {
    expect(await findMedia(path, places)).toMatchObject({ code });
  });

  it('says that site.public_dir is not set, when that is why it is missing', async () => {
    const found = await findMedia('/images/a.png', { ...places, publicDir: undefined });
    expect(found).toMatchObject({ message: expect.stringContaining('site.public_dir is not set') });
  });
});

describe('replacing a file', () => {
  it('keeps its mode, and a link to it', async () => {
    const file = join(folder, 'a.md');
    const link = join(folder, 'link.md');
    writeFileSync(file, 'old', { mode: 0o640 });
    symlinkSync(file, link);
    await replaceFile(link, 'new');
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(readFileSync(link, 'utf8')).toBe('new');
  });
});
