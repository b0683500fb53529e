import type { Draft } from '../../src/drafts/draft.ts';
import type { Finding } from '../../src/drafts/finding.ts';
import type { Preview } from '../../src/preview/render-preview.ts';
import type { Added, Post, PostLink, Thread } from '../../src/threads/thread.ts';

const at = (line: number, column = 1) => ({ line, column });

/** A post whose spans are found by their words, so that a sample reads like what it shows. */
export function post(
  index: number,
  text: string,
  facts: {
    length?: number;
    added?: readonly (readonly [words: string, what: Added['what']])[];
    links?: readonly (readonly [words: string, accidental?: boolean])[];
    media?: Post['media'];
    facets?: readonly (readonly [words: string, url: string])[];
  } = {},
): Post {
  const span = (words: string): { start: number; end: number } => {
    const start = text.indexOf(words);
    if (start === -1) throw new Error(`no ${words} in post ${index}`);
    return { start, end: start + words.length };
  };
  const bytes = (part: string): number => new TextEncoder().encode(part).length;
  return {
    index,
    text,
    length: facts.length ?? text.length,
    bytes: bytes(text),
    added: (facts.added ?? []).map(([words, what]) => ({ ...span(words), what })),
    links: (facts.links ?? []).map(
      ([words, accidental]): PostLink => ({
        ...span(words),
        url: words,
        ...(accidental === true ? { accidental } : {}),
      }),
    ),
    media: facts.media ?? [],
    ...(facts.facets === undefined
      ? {}
      : {
          facets: facts.facets.map(([words, url]) => {
            const { start, end } = span(words);
            return { url, byteStart: bytes(text.slice(0, start)), byteEnd: bytes(text.slice(0, end)) };
          }),
        }),
  };
}

/** A draft with nothing in it but what the header and the placing of findings look at. */
export function draft(facts: Partial<Draft> = {}): Draft {
  return {
    path: 'posts/lantern.md',
    kind: 'paper',
    title: 'Paper Reading: Lantern',
    settings: {
      footnotes: 'end',
      numbering: 'none',
      lineBreaks: 'keep',
      style: 'tidy',
      separator: 'cut',
      tags: [],
      silence: [],
      perNetwork: {},
    },
    blocks: [],
    references: [],
    notes: [],
    findings: [],
    ...facts,
  };
}

/** A thread of posts, on X where nothing else is said. */
export function thread(posts: readonly Post[], facts: Partial<Thread> = {}): Thread {
  return {
    network: 'x',
    networkName: 'X',
    account: null,
    limit: 280,
    unit: 'weighted',
    costUsd: 0.2 + 0.015 * (posts.length - 1),
    costSpreadUsd: 0.2 + 0.015 * (posts.length - 1),
    posts,
    findings: [],
    ...facts,
  };
}

const accidental: Finding = {
  code: 'accidental-link',
  severity: 'warning',
  message: '`README.md` will become a link: it counts 23 and may cost $0.185 more. Word it differently.',
  ...at(14, 40),
};
const missing: Finding = {
  code: 'media-missing',
  severity: 'error',
  message: 'There is no image images/warm-up.png; it was looked up beside the draft.',
  ...at(18),
};
const unknownKey: Finding = {
  code: 'unknown-key',
  severity: 'warning',
  message: '‘footnote’ is no key of ours; did you mean ‘footnotes’?',
  ...at(3),
};

/** A preview with one of everything: numbers, marks, sources, media, findings above, below and on the side. */
export function samplePreview(): Preview {
  const posts = [
    post(
      1,
      '[Paper Reading: Lantern]\n\nWe read how Lantern keeps its cache warm [0], and why that matters for tail latency [1]. The short answer is in its README.md, which nobody had opened in years.\n\n> Warm-up runs off the hot path\n> Eviction is by age 1/2',
      {
        length: 268,
        added: [
          ['[1]', 'mark'],
          ['1/2', 'number'],
        ],
        links: [['README.md', true]],
      },
    ),
    post(
      2,
      '缓存在后台预热，因此热路径上从不等待。我们测量了三个月的尾延迟，结果令人惊讶：最慢的百分之一请求快了一倍。 👩‍👩‍👧 🇩🇪\n\n[0] Lantern paper: https://example.org/lantern.pdf\n[1] https://example.org/a/very/long/path/that/does/not/fit/into/one/line/of/a/narrow/terminal/window 2/2',
      {
        length: 214,
        added: [
          [
            '[1] https://example.org/a/very/long/path/that/does/not/fit/into/one/line/of/a/narrow/terminal/window',
            'source',
          ],
          ['2/2', 'number'],
        ],
        links: [
          ['https://example.org/lantern.pdf'],
          [
            'https://example.org/a/very/long/path/that/does/not/fit/into/one/line/of/a/narrow/terminal/window',
          ],
        ],
        media: [
          {
            path: 'images/warm-up.png',
            alt: 'Two curves over one day: the cold cache needs four hours to settle, the warm one none.',
          },
          { path: 'images/age.png', alt: '' },
        ],
      },
    ),
  ];
  const blocks: Draft['blocks'] = [
    {
      type: 'paragraph',
      at: at(14),
      runs: [
        { type: 'text', text: 'We read how Lantern keeps its cache warm ', at: at(14) },
        { type: 'text', text: ', and why that matters for ', at: at(14, 45) },
      ],
    },
    { type: 'image', image: { path: 'images/warm-up.png', alt: 'Two curves', at: at(18) }, at: at(18) },
  ];
  return {
    draft: draft({ blocks, findings: [unknownKey] }),
    threads: [
      {
        thread: thread(posts, { costUsd: 0.22, costSpreadUsd: 0.405, findings: [accidental], account: 'me' }),
        durationMs: 5000,
        endsAt: null,
      },
    ],
    findings: [unknownKey, accidental, missing],
  };
}
