import { expect, it } from 'vitest';
import { decodeReferences } from '../../src/text/character-references.ts';

it.each([
  ['Salt &amp; Vinegar', 'Salt & Vinegar'],
  ['it&#8217;s &#x2014; &mdash; so', 'it’s — — so'],
  ['caf&eacute; &Eacute;toile', 'café Étoile'],
  ['&LDQUO;Loud&RDQUO;', '“Loud”'],
  ['sil&shy;ben', 'silben'],
  ['AT&T; &nosuchname; & alone', 'AT&T; &nosuchname; & alone'],
  ['&#0; &#x110000; &#27;', '&#0; &#x110000; &#27;'],
  ['&amp;amp; once only', '&amp; once only'],
])('reads %s as %s', (written, shown) => {
  expect(decodeReferences(written)).toBe(shown);
});
