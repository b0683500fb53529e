import { expect, it } from 'vitest';
import { shownUrl } from '../../../src/networks/bluesky/shown-url.ts';

it.each([
  ['https://example.org', 'example.org'],
  ['https://example.org/', 'example.org'],
  ['http://Example.org/a', 'example.org/a'],
  ['https://example.org/12345678901234', 'example.org/12345678901234'],
  ['https://example.org/123456789012345', 'example.org/123456789012...'],
  ['https://example.org?q=1', 'example.org?q=1'],
  ['https://example.org:8080/a#b', 'example.org:8080/a#b'],
  ['https://user:secret@example.org/a', 'example.org/a'],
  ['https://münchen.example/weg', 'münchen.example/weg'],
  ['https://example.org/ก', 'example.org/%E0%B8%81'],
  ['https://example.org/กข', 'example.org/%E0%B8%81%E0...'],
  ['mailto:a@example.org', 'mailto:a@example.org'],
  ['no address', 'no address'],
])('%s is shown as %s', (url, shown) => {
  expect(shownUrl(url)).toBe(shown);
});
