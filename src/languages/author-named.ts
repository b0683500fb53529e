import { type PhraseRule, words } from './phrases.ts';

/**
 * Words for the author of a text, as another person or a program speaks of them: an author writes `I`. One row a language, also
 * for those without other phrases. Somebody else's author is `the author of …`.
 */
export const AUTHOR_NAMED: readonly PhraseRule[] = [
  {
    pattern: words('the author(?! of)'),
    why: 'English',
    examples: ['Between a lamp and a boat, the author chooses the lamp.', 'A lamp of the author’s youth.'],
    not: ['A talk with the author of the lamp.', 'How I became an author.'],
  },
  {
    pattern: words('(?:d(?:er|es|em|en) autors?|die autorin|der autorin)(?! d(?:es|er|ie) )'),
    why: 'German',
    examples: ['Der Autor zeigt, wie die Lampe brennt.', 'Was die Autorin gelernt hat.'],
    not: ['Ein Gespräch mit der Autorin des Buchs.', 'Als Autor lernt man das.'],
  },
  {
    pattern: words("l[’']aut(?:eure?|rice)(?! d)"),
    why: 'French',
    examples: ['L’auteur montre comment brûle la lampe.'],
    not: ['Un entretien avec l’auteur du livre.'],
  },
  {
    pattern: words('(?:el|del|al|la) autora?(?! del? )'),
    why: 'Spanish',
    examples: ['El autor muestra cómo arde la lámpara.'],
    not: ['Una charla con el autor del libro.'],
  },
  {
    pattern: words('(?:[oa]|d[oa]|ao|à|pel[oa]) autora?(?! d[aeo] )'),
    why: 'Portuguese',
    examples: [
      'Entre o barco e a lâmpada, o autor prefere a lâmpada.',
      'A experiência do autor com lâmpadas.',
    ],
    not: ['Uma conversa com o autor do livro.', 'O que um autor aprende.'],
  },
  {
    pattern: words("l[’']aut(?:ore|rice)(?! d)"),
    why: 'Italian',
    examples: ['L’autore mostra come brucia la lampada.'],
    not: ['Un incontro con l’autore del libro.'],
  },
  {
    pattern: words('автор(?:а|у|ом)? (?:показ|рассказ|объясн|дел|опис|предлага|счита|привод|разбира)\\p{L}+'),
    why: 'Russian',
    examples: ['Автор показывает, как горит лампа.'],
    not: ['Беседа с автором книги о лампах.'],
  },
  {
    pattern: /(?:本文|文章|博文)?作者(?=在|用|从|從|认为|認為|介绍|介紹|分享|对|對|将|將|通过|通過)/u,
    why: 'Chinese',
    examples: ['作者介绍了一盏灯。'],
    not: ['我采访了这本书的作者。'],
  },
];
