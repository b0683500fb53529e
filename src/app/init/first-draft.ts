import { TEMPLATE_LINES as LINES } from '../../drafts/template-lines.ts';

/** Makes a project's first draft: a short thread that shows what is possible. It can't be published until it is rewritten. */
export function firstDraft(date: string): string {
  return `---
title: My first thread
kind: post
date: ${date}
open_with: text
---

${LINES.firstOpening}

- ${LINES.firstList}
- Links, lists, quotes and images may stand anywhere

---

A line of three hyphens starts a new post. Otherwise Threadmill cuts where a careful editor would.

${LINES.firstLink}
`;
}
