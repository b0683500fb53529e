/** A page of X's timeline, as far as it can be spoilt. */
export type TimelinePage = {
  readonly data?: readonly Readonly<Record<string, unknown>>[];
  readonly meta: Readonly<Record<string, unknown>>;
  readonly errors?: readonly unknown[];
};

const without = ({ data, ...rest }: TimelinePage, name: string): TimelinePage => ({
  ...rest,
  ...(data === undefined
    ? {}
    : {
        data: data.map((entry) => Object.fromEntries(Object.entries(entry).filter(([key]) => key !== name))),
      }),
});

/** Responses with status 200 that hold less than they should; each was seen, or follows from X's own schema. */
export const PARTIAL_READS: readonly (readonly [
  name: string,
  spoil: (page: TimelinePage) => TimelinePage,
])[] = [
  [
    'errors and a count, and no data',
    ({ meta }) => ({ meta: { ...meta, result_count: 3 }, errors: [{ title: 'Service Unavailable' }] }),
  ],
  ['a count, and no data', ({ meta }) => ({ meta: { ...meta, result_count: 3 } })],
  ['no data, and no count', () => ({ meta: {} })],
  [
    'fewer entries than counted',
    ({ data = [], meta }) => ({
      data: data.slice(1),
      meta: { ...meta, result_count: Math.max(1, data.length) },
    }),
  ],
  ['entries without text', (page) => without(page, 'text')],
  ['entries without an id', (page) => without(page, 'id')],
  ['entries without their parents', (page) => without(page, 'referenced_tweets')],
  [
    'entries of somebody else',
    (page) => ({
      ...page,
      ...(page.data === undefined
        ? {}
        : { data: page.data.map((entry) => ({ ...entry, author_id: '999' })) }),
    }),
  ],
];
