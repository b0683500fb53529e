import { html } from 'hono/html';
import type { Markup } from '../../pages/markup.ts';
import { xHashtags } from '../../text/x/hashtags.ts';
import { xMentions } from '../../text/x/mentions.ts';

/** Renders plain words with hashtags and mentions in the colour of links, as apps do. */
export function tagged(text: string): Markup[] {
  const found = [...xHashtags(text), ...xMentions(text)].sort((a, b) => a.start - b.start);
  const parts: Markup[] = [];
  let at = 0;
  for (const { start, end } of found) {
    if (start < at) continue;
    parts.push(html`${text.slice(at, start)}`, html`<span class="facet">${text.slice(start, end)}</span>`);
    at = end;
  }
  return [...parts, html`${text.slice(at)}`];
}
