import type { Finding } from '../drafts/finding.ts';
import type { Media } from '../threads/thread.ts';
import type { Preview, ThreadPreview } from './render-preview.ts';

/** A finding in the `--json` output. */
export type FindingJson = Pick<Finding, 'code' | 'severity' | 'message' | 'line' | 'column'>;

/** A thread in the `--json` output; described in docs/json.md. */
export type ThreadJson = {
  readonly network: string;
  readonly account: string | null;
  readonly limit: number;
  readonly unit: string;
  /** The known price: posts, alt texts, and the maximum price of reading the account before the thread. */
  readonly cost_usd: number;
  readonly ends_at: string | null;
  readonly posts: readonly {
    readonly index: number;
    readonly text: string;
    readonly length: number;
    readonly bytes: number;
    readonly links: readonly { readonly url: string; readonly start: number; readonly end: number }[];
    readonly facets?: readonly ({
      readonly byte_start: number;
      readonly byte_end: number;
    } & ({ readonly url: string } | { readonly tag: string } | { readonly mention: string }))[];
    readonly media: readonly {
      readonly path: string;
      readonly alt: string;
      /** How the file is changed before it is sent. */
      readonly note?: string;
      /** What a drawn picture shows; `width`, `height` (px) and `bytes` once it is drawn. */
      readonly card?: {
        readonly kind: string;
        readonly line: number;
        readonly part: number;
        readonly parts: number;
        readonly width?: number;
        readonly height?: number;
        readonly bytes?: number;
      };
    }[];
    readonly added: readonly { readonly start: number; readonly end: number; readonly what: string }[];
  }[];
};

/** A preview in the `--json` output; described in docs/json.md. */
export type PreviewJson = {
  readonly draft: string;
  readonly kind: string;
  readonly title: string | null;
  readonly findings: readonly FindingJson[];
  readonly threads: readonly ThreadJson[];
};

/** Removes floating-point noise from sums of prices: rounds to hundredths of a cent. */
const clean = (usd: number): number => Math.round(usd * 10_000) / 10_000;

/** Converts a finding to exactly the documented keys. */
export function findingJson({ code, severity, message, line, column }: Finding): FindingJson {
  return { code, severity, message, line, column };
}

function cardJson(
  { path, card }: Media,
  cards: Preview['cards'],
): { card?: NonNullable<ThreadJson['posts'][number]['media'][number]['card']> } {
  if (card === undefined) return {};
  const { kind, line, part, parts } = card;
  const picture = cards?.get(path);
  const size =
    picture === undefined ? {} : { width: picture.width, height: picture.height, bytes: picture.png.length };
  return { card: { kind, line, part, parts, ...size } };
}

function threadJson({ thread, endsAt, readsUsd = 0 }: ThreadPreview, cards: Preview['cards']): ThreadJson {
  return {
    network: thread.network,
    account: thread.account,
    limit: thread.limit,
    unit: thread.unit,
    cost_usd: clean(thread.costUsd + readsUsd),
    ends_at: endsAt,
    posts: thread.posts.map((post) => ({
      index: post.index,
      text: post.text,
      length: post.length,
      bytes: post.bytes,
      links: post.links.map(({ url, start, end }) => ({ url, start, end })),
      ...(post.facets === undefined
        ? {}
        : {
            facets: post.facets.map(({ byteStart, byteEnd, ...target }) => ({
              ...('url' in target
                ? { url: target.url }
                : 'tag' in target
                  ? { tag: target.tag }
                  : { mention: target.mention }),
              byte_start: byteStart,
              byte_end: byteEnd,
            })),
          }),
      media: post.media.map((media) => ({
        path: media.path,
        alt: media.alt,
        ...(media.note === undefined ? {} : { note: media.note }),
        ...cardJson(media, cards),
      })),
      added: post.added.map(({ start, end, what }) => ({ start, end, what })),
    })),
  };
}

/** Converts a preview to the stable shape of `preview --json`. */
export function previewJson({ draft, threads, findings, cards }: Preview): PreviewJson {
  return {
    draft: draft.path ?? '-',
    kind: draft.kind,
    title: draft.title ?? null,
    findings: findings.map(findingJson),
    threads: threads.map((shown) => threadJson(shown, cards)),
  };
}
