import { describe, expect, it } from 'vitest';
import { parseDraft } from '../../src/drafts/parse-draft.ts';
import { xProfile } from '../../src/networks/x/profile.ts';
import { buildThread } from '../../src/threads/build-thread.ts';
import { SET_IN_LINES } from '../../src/threads/layout/soft-ends.ts';

const posts = (text: string): string =>
  buildThread(parseDraft(text, { path: 'a.md' }), xProfile())
    .posts.map((post) => post.text)
    .join('\n\n');

/** A paragraph whose lines end inside a sentence. */
const SOFT =
  'We put a radar over the water of the river in May, so that nobody\nhas to row out to the float. It has no moving parts.';

const ofBlog = (text: string, soft = SOFT): string =>
  posts(`---\ndate: 2026-03-01\n---\n${text}\n\n---\n\n${soft}\n`);

describe('in a post of a blog whose line ends are blanks, a paragraph', () => {
  it.each(SET_IN_LINES)('keeps its lines: $why', ({ sample }) =>
    expect(ofBlog(sample)).toContain(`${sample.replaceAll('**', '')}\n\n`),
  );

  it.each([
    ['of short sentences', 'The float sank.\nNobody saw it.'],
    [
      'of which a line announces the next',
      'We could tell at once what had been going on here:\nthe float sank.',
    ],
    ['whose last line announces what is below it', 'The log of the radar is a list of levels.\nHere it is:'],
    ['that opens with a bold sentence', '**The radar needs power.**\nThat is why there are two cables.'],
    [
      'with two colons',
      'This is the goal of the radar: to read the level.\nIt is a win for us: nobody rows.',
    ],
    ['whose line ends before a name', 'In the museum of the town you can see the\nOld Float of the town.'],
    ['whose last line ends a sentence', 'Join our next two meetings on\n2026-05-09 or 2026-05-12.'],
    ['of words and what they say', 'The radar basically says:\n“go and find out on your own”.'],
    ['in an item', '- The float sank.\n  Nobody saw it.'],
  ])('is run together: %s', (_, written) => {
    const words = written.replaceAll('**', '').replace(/\n\s*/, ' ');
    expect(ofBlog(written)).toContain(`${words}\n\n`);
  });

  it('keeps a line that heads what is below the paragraph', () => {
    const written = 'We had to wait for the ice in this test.\nLayer 4 Gauge';
    expect(ofBlog(written)).toContain(`${written}\n\n`);
  });

  it.each([
    [
      'a link with words below a line with a colon',
      'Here you can read more about it:\n[The log of May](https://gauge.example/log)',
      'it:\nThe log of May',
    ],
    ['attributes of a tag', 'level="3 metres at noon"\nname="the old float of the gate"', 'noon"\nname'],
  ])('keeps its lines: %s', (_, written, shown) => expect(ofBlog(written)).toContain(shown));

  it.each([
    [
      'a link in the middle',
      'It is as the log says:\n[the float](https://gauge.example/log) sank.',
      'says: the float',
    ],
    [
      'a link below a sentence that goes on',
      'We read about it in the\n[log of May](https://gauge.example/log)',
      'in the log',
    ],
  ])('is run together around %s', (_, written, shown) => expect(ofBlog(written)).toContain(shown));

  it('keeps its lines if most paragraphs do', () => {
    const verse = 'The water came at nine,\nand nobody was there.';
    expect(ofBlog(`${verse}\n\n${verse}\n\n${verse}`)).toContain(verse);
  });

  it('keeps its lines if as many of several do', () => {
    const verse = 'The water is not now.\nThe gate is not now.';
    const soft = [SOFT, SOFT, SOFT].join('\n\n');
    expect(ofBlog(`${verse}\n\n${verse}\n\n${verse}`, soft)).toContain(verse);
    expect(ofBlog(`${verse}\n\n${verse}`, soft)).not.toContain(verse);
  });

  it('keeps its lines if no other shows what line ends are', () =>
    expect(ofBlog('The float sank.\nNobody saw it.', 'That is all.')).toContain('sank.\nNobody'));
});

it('the line ends of a draft are its author’s', () =>
  expect(posts(`The float sank.\nNobody saw it.\n\n${SOFT}\n`)).toContain('sank.\nNobody'));
