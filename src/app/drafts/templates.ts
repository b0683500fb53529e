import type { Kind } from '../../drafts/kind.ts';
import { TEMPLATE_LINES as LINES } from '../../drafts/template-lines.ts';

/** The values for a template. */
export type TemplateFacts = {
  readonly title: string;
  /** ISO calendar date. */
  readonly date: string;
};

const yaml = (text: string): string => `'${text.replaceAll("'", "''")}'`;

const front = (kind: Kind, { title, date }: TemplateFacts, more: readonly string[] = []): string =>
  ['---', `title: ${yaml(title)}`, `kind: ${kind}`, `date: ${date}`, ...more, '---', ''].join('\n');

/** Turns the title into the label that opens an update; keeps an existing label. */
const labelled = (title: string): string => (/^\[[^\]]+\]/.test(title) ? title : `[${title}]`);

/** What `new` writes for each kind: a short draft in the kind's own shape, to be replaced. */
export const TEMPLATES = {
  update: (facts) => `${front('update', facts)}
${labelled(facts.title)}

${LINES.updateOpening}

Finished:
> ${LINES.updateFirst}
> ${LINES.updateSecond}

Next:
> ${LINES.updateNext}
`,
  paper: (facts) => `${front('paper', facts)}
[Paper Reading: ${facts.title}]

${LINES.paperOpening}

What they did:
> ${LINES.paperIdea}
> ${LINES.paperTest}

---

${LINES.paperEnd}

[0] ${facts.title}: https://example.org/paper
[1] Code: https://example.org/code
`,
  links: (facts) => `${front('links', facts)}
${LINES.linksOpening}

1. ${LINES.linksFirst}
   - ${LINES.linksFirstNote}
   - > ${LINES.linksFirstQuote}
2. ${LINES.linksSecond}
   - ${LINES.linksSecondNote}
`,
  article: (facts) => `${front('article', facts, ['canonical: https://example.org/the-article'])}
${LINES.articleOpening}

## What happened

${LINES.articleStory}

## What I would do again

${LINES.articleEnd}
`,
  post: (facts) => `${front('post', facts)}
${facts.title}

${LINES.postText}
`,
} as const satisfies Record<Kind, (facts: TemplateFacts) => string>;
