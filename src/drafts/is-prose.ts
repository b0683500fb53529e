/** Six words in a row, as in a sentence, or words of Chinese or Japanese with their punctuation. */
const PROSE =
  /(?:\p{L}[\p{L}’',-]{0,60} ){5}\p{L}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{4}[，。、！？]/u;
/** Signs that programs have and sentences lack; a comment of a program is a sentence, too. */
const CODE = /[{};<>$#|\\=]|[\p{L}\d_]\(|^\s*(?:\/\/|--)/mu;

/** Whether what is written as code is sentences of a human language, such as a prompt. */
export const isProse = (code: string): boolean => PROSE.test(code) && !CODE.test(code);
