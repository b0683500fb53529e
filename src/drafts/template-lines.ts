/**
 * The placeholder lines of drafts that `new` and `init` create. Each is unique, and nobody wants to publish it, so a draft that
 * still has one is not ready (`template-text`).
 */
export const TEMPLATE_LINES = {
  updateOpening: 'What moved this week, in a sentence or two.',
  updateFirst: 'The first thing, with a number where there is one',
  updateSecond: 'The second thing, as short as the first',
  updateNext: 'What comes next, and by when',
  paperOpening: 'What the paper asks, and why it matters to you [0].',
  paperIdea: 'The idea, in one line of your own',
  paperTest: 'How they tested it, and on what [1]',
  paperEnd: 'What I take from it, and what I would ask the authors.',
  linksOpening: 'What these links have in common, if anything.',
  linksFirst: '[The first piece](https://example.org/first)',
  linksFirstNote: 'what stayed with me from it',
  linksFirstQuote: 'a sentence of theirs worth keeping',
  linksSecond: '[The second piece](https://example.org/second)',
  linksSecondNote: 'why it is on this list',
  articleOpening: 'What the article is about, for somebody who has not read it.',
  articleStory: 'The story, with [a link](https://example.org/source) where a claim needs one.',
  articleEnd: 'The end, in your own words.',
  postText:
    'The thought, in plain words. A blank line starts a new paragraph, and --- on a line of its own a new post.',
  firstOpening:
    'Write here what you want to say. This line keeps the draft from being published until you do.',
  firstList: 'One point in a line, and a number where there is one',
  firstLink: 'The last paragraph, with [a link](https://example.org/your-page) to read on.',
} as const;

const KNOWN: ReadonlySet<string> = new Set(Object.values(TEMPLATE_LINES));

/** What may precede the text of a line: indents, quote marks, markers of lists and headings. */
const MARKERS = /^(?:[ \t]|[>*+→•-][ \t]|#{1,6}[ \t]|\d{1,9}[.)][ \t])*/;

/** Finds template lines in a text from `start`: yields the offsets of their words. */
export function* templateLines(text: string, start: number): Generator<number> {
  const found = [...KNOWN].flatMap((line) => {
    const places: number[] = [];
    for (let at = text.indexOf(line, start); at !== -1; at = text.indexOf(line, at + line.length))
      if (isWholeLine(text, at, at + line.length)) places.push(at);
    return places;
  });
  yield* found.sort((one, other) => one - other);
}

/** The longest markers before the words of a line, in UTF-16 units. */
const LONGEST_MARKERS = 100;

/** Whether only markers and white space share the line of some words. */
function isWholeLine(text: string, start: number, end: number): boolean {
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, start - LONGEST_MARKERS), start))?.[0] ?? '';
  return (
    MARKERS.exec(before)?.[0] === before &&
    /^[^\S\r\n]*(?:[\r\n]|$)/.test(text.slice(end, end + LONGEST_MARKERS))
  );
}
