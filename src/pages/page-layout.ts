import { html, raw } from 'hono/html';
import type { Markup } from './markup.ts';

/** The frame of a page. Its policy allows exactly this `style` and `script`. */
export type PageFrame = {
  readonly heading: string;
  readonly lead: string;
  readonly style: string;
  readonly script: string;
};

/** Lays out a whole page: `title` for the browser's tab, the frame's heading, then the body. */
export function pageLayout(frame: PageFrame, title: string, body: Markup): Markup {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="/icon.svg">
<style>${raw(frame.style)}</style>
</head>
<body>
<main>
<h1><a href="/">${frame.heading}</a></h1>
<p class="lead">${frame.lead}</p>
${body}
</main>
<script>${raw(frame.script)}</script>
</body>
</html>`;
}
