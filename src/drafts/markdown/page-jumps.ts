import type { PhrasingContent, RootContent } from 'mdast';
import { type Conversion, placeOf, sourceOf, useDefinition } from './conversion.ts';

/** What may stand beside a jump: brackets, arrows, marks between two. */
const BESIDE = /^(?:[\s|/·•()[\]↑↓↥↧⤴⤵⬆⬇←→↩.]|\ufe0e|\ufe0f)*$/u;
const OPENING = /^<a\s[^<>]*\bhref\s*=\s*["']?([^"'\s>]*)[^<>]*>$/i;

/**
 * Whether a paragraph is nothing but a jump within its page, such as `[(Skip to the end)](#end)` or `[Top](#) | [Contents](#toc)`: a
 * thread has no such place. Bold words could be a heading that leads to itself, and lines of links are a table of contents.
 */
function isPageJump(node: RootContent, conversion: Conversion): boolean {
  if (node.type !== 'paragraph' || node.children.length > 20) return false;
  const inside = node.children.flatMap((child) => (child.type === 'emphasis' ? child.children : [child]));
  let jumps = 0;
  let isOpen = false;
  for (const child of inside) {
    const target = targetOf(child, conversion);
    if (target !== undefined) {
      if (!target.startsWith('#')) return false;
      jumps += 1;
      isOpen = child.type === 'html';
    } else if (child.type === 'html' && /^<\/a\s*>$/i.test(child.value)) isOpen = false;
    else if (
      child.type === 'text' ? !isOpen && (!BESIDE.test(child.value) || child.value.includes('\n')) : !isOpen
    )
      return false;
  }
  return jumps > 0;
}

/** Returns where a child leads; `undefined` for other words and for pictures with a link. */
function targetOf(child: PhrasingContent, conversion: Conversion): string | undefined {
  if (child.type === 'html') return OPENING.exec(child.value)?.[1];
  if (child.type !== 'link' && child.type !== 'linkReference') return undefined;
  if (child.children.some(({ type }) => type === 'image' || type === 'imageReference' || type === 'strong'))
    return undefined;
  return child.type === 'link' ? child.url : conversion.definitions.get(child.identifier)?.url;
}

/** Leaves out the paragraphs that only jump within their page, with a finding for each. */
export function withoutPageJumps(nodes: readonly RootContent[], conversion: Conversion): RootContent[] {
  return nodes.filter((node) => {
    if (!isPageJump(node, conversion)) return true;
    if (node.type === 'paragraph')
      for (const child of node.children)
        if (child.type === 'linkReference') useDefinition(child.identifier, conversion);
    if (conversion.purpose === 'summary') return false;
    const written = sourceOf(node, conversion).replace(/\s+/g, ' ').slice(0, 80);
    const message = `\`${written}\` only leads to a place on this page, which a thread does not have, and is left out`;
    conversion.findings.add('not-text-dropped', placeOf(node, conversion), message);
    return false;
  });
}
