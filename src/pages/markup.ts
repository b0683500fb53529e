import { html } from 'hono/html';

/** What `html` gives: markup whose values are escaped. */
export type Markup = ReturnType<typeof html>;

/** A small bar that shows a part of a whole; red and named as full where nothing is left. */
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

/** A moment in the machine's own zone, which it names, with the exact one in the markup. */
export function moment(at: number): Markup {
  return html`<time datetime="${new Date(at).toISOString()}">${CLOCK.format(at)}</time>`;
}
