import { insideOfPair, type TokenCase } from './token-case.ts';

/** What only the fields of a form are made of. */
const FIELD = /<(?:input|select|textarea|button)\b/i;
/** The longest form, in UTF-16 units; a longer one is the frame of a page, whose words stay. */
const LONGEST = 8000;

/** Whether a tag opens a form to fill in, which no post has: its labels go with its fields. */
export function isForm(here: TokenCase): boolean {
  const { token, pair } = here;
  if (token.language !== 'html' || token.name !== 'form' || pair?.open !== token) return false;
  const inside = insideOfPair(here);
  return inside.length <= LONGEST && FIELD.test(inside);
}
