import type { PostSentence } from '../../src/summaries/choosing/post-sentences.ts';

/** A sentence that is alone in its paragraph, the first of its post, except where `facts` says otherwise. */
export const sentenceOf = (text: string, facts: Partial<PostSentence> = {}): PostSentence => ({
  text,
  code: [],
  gap: '',
  at: { line: 1, column: 1 },
  index: 0,
  paragraph: 0,
  block: 0,
  continues: false,
  place: 0,
  of: 1,
  section: 0,
  inItem: false,
  isStep: false,
  shown: 'none',
  emphasised: false,
  isQuoted: false,
  ...facts,
});
