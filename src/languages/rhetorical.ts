import type { PhraseRule } from './phrases.ts';

/**
 * How questions end that nobody answers: what follows them needs them no more than any other sentence. The patterns see the end of the
 * text before the question mark; the words of one language end no question of another.
 */
export const RHETORICAL: readonly PhraseRule[] = [
  {
    pattern:
      /[,;–—-]\s*¿?(?:right|shall we|deal|no|eh|huh|hm+|ok(?:ay)?|yes|yeah|correct|really|you know|don['’]t you (?:think|agree)|(?:is|are|was|were|do|does|did|has|have|can|could|will|would|should|ca|wo)n['’]t (?:i|you|he|she|it|we|they|there)|(?:is|was|does|did) it|nicht wahr|oder(?: nicht)?|gell?|n['’]est[- ]ce pas|non|hein|verdad|no es (?:así|cierto)|né|certo|não é|vero|giusto|non è vero|non credete|правда|не так ли|так(?: ведь)?|верно|согласны)$/iu,
    why: 'it only asks for assent',
    examples: [
      'I must have missed the lid, right',
      'That is a lid, isn’t it',
      'Let’s look at the lid, shall we',
      'Das ist ein Deckel, oder',
      'C’est un couvercle, n’est-ce pas',
      'Es una tapa, ¿verdad',
      'È un coperchio, vero',
      'Это крышка, не так ли',
      'Крышка обо всём позаботится, так ведь',
    ],
    not: ['Which lid is right', 'Is it the left lid or the right', 'Do you want a lid or not'],
  },
  {
    pattern:
      /(?:^|[.!?…:]["”’)]?\s+)["“]?(?:(?:but |and |so )?(?:who (?:knows|cares|(?:would|could)n['’]t|doesn['’]t(?! (?:have|get|need)\b))|how hard can it be|what could (?:possibly )?go wrong|what more (?:could|can) (?:you|one|i|we) (?:want|ask for)|what are the odds|what (?:do|would) i know|am i right|guess what|(?:does |did )?(?:that |this |it |all (?:of )?(?:this|that) )?sounds? (?:good|familiar|great|about right)|(?:does |did )?(?:that|this|it|all (?:of )?(?:this|that)) help\b[^.!?]{0,40}|(?:(?:does|did) )?(?:(?:that|this|it|all (?:of )?(?:this|that)) )?makes? (?:any )?sense(?: so far| to you)?|see what (?:i|we) (?:did|mean)(?: (?:there|here))?|(?:did|do) you (?:see|notice) (?:it|that|the (?:difference|pattern))|isn['’]t (?:that|this|it) (?:just |so |really |pretty )?(?:cool|clever|pretty|smart|amusing|nice|neat|great|fun|awesome|beautiful|funny|amazing|crazy|lovely|wonderful|elegant|handy)|got it|crazy|cool|weird|easy|simple|ready|(?:where|who|what|when|how) else (?:can|could|would|do|does|but)\b[^.!?]{0,300})|kommt (?:dir|ihnen|euch) das bekannt vor|(?:ergibt|macht) das sinn|klingt (?:gut|logisch|bekannt)|alles klar|ça vous dit quelque chose|faz sentido|tiene sentido|wer weiß(?: das)?(?: schon)?|warum auch nicht|pourquoi pas|qui sait|quién sabe|quem sabe|chi lo sa|кто знает|почему бы и нет)$/iu,
    why: 'it asks nothing that the author means to answer',
    examples: [
      'The lid leaks. Who knows',
      'It was cold. What could possibly go wrong',
      'Where else can you buy lids at night and meet their makers',
      'Warum auch nicht',
      'Pourquoi pas',
      'Chi lo sa',
      'Почему бы и нет',
      'Does that help put lids in perspective',
      'See what I did there',
      'Makes sense',
      'Isn’t that clever',
      'Ergibt das Sinn',
    ],
    not: [
      'Who knows how lids work',
      'I use no lids. Why not',
      'Por que não',
      'Where can you buy lids',
      'How hard is it',
      'Does that lid help',
      'Does it leak',
    ],
  },
  {
    pattern: /[\p{L}\p{N}]["”’)]?,? (?:perhaps|maybe|vielleicht|peut-être|quizás|talvez|forse|может быть)$/iu,
    why: 'it is a guess more than a question',
    examples: [
      'The lids of this harbour are made to sell more oil perhaps',
      'It was too cold for the lid, maybe',
    ],
    not: ['Perhaps', 'Shut the lid. Maybe', 'Is it perhaps a lid'],
  },
];
