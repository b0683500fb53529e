import { html } from 'hono/html';

/** The result of `html`: markup with escaped values. */
export type Markup = ReturnType<typeof html>;

/** Draws a small bar for a part of a whole; red and labelled as full if nothing is left. */
export function bar(part: number, whole: number, label: string): Markup {
  const width = whole <= 0 ? 100 : Math.max(0, Math.min(100, (part / whole) * 100));
  return html`<svg class="bar${part >= whole ? ' full' : ''}" viewBox="0 0 100 7" preserveAspectRatio="none" role="img" aria-label="${label}"><rect class="track" width="100" height="7" /><rect class="fill" width="${width.toFixed(1)}" height="7" /></svg>`;
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'short',
});

/** Formats a moment in the machine's zone, which it names, with the exact time in the markup. */
export function moment(at: number): Markup {
  return html`<time datetime="${new Date(at).toISOString()}">${CLOCK.format(at)}</time>`;
}
