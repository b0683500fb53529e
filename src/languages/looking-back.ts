import type { PhraseRule } from './phrases.ts';

/** Questions that are a paragraph of their own and are about what is above it. Some of them are answered below, too. */
export const LOOKS_BACK: readonly PhraseRule[] = [
  {
    pattern:
      /^(?:(?:but|and|so|now|ok(?:ay)?|well|hmm*|wait),? )?(?:(?:does|did|do|is|isn['’]t|doesn['’]t|didn['’]t|wasn['’]t|aren['’]t) (?:(?:any of |all (?:of )?)?(?:that|this|it|these|those))(?: [^\s?]{1,20}){1,6}|(?:sounds?|makes?|looks?|seems?|feels?) (?:sense|[\p{Ll}-]{3,12})(?: (?:to you|so far|enough|right))?|(?:see|notice|spot|get|got) (?:it|that|this|(?:the|any|a|what|how|where|why)(?: [^\s?]{1,16}){1,6}|anything(?: [^\s?]{1,16}){1,4})|(?:do|did|can|could) you (?:see|spot|notice|catch|find|guess|tell) (?:it|that|this|(?:the|any|a|what|how|where|why)(?: [^\s?]{1,16}){0,6})|familiar|how['’]?s that|how about that|what (?:was|is) that)\?$/iu,
    why: 'it asks about what the reader has just seen',
    examples: [
      'Does that help put things in perspective?',
      'Sounds familiar?',
      'Did you see the difference?',
      'See what I did there?',
      'Makes sense?',
      'Can you spot the leak?',
      'But does it work?',
    ],
    not: [
      'Does the lid help?',
      'See you on the pier?',
      'Do you see a doctor once a year, and does that doctor know about lids and ropes?',
    ],
  },
  {
    pattern:
      /^(?:kommt (?:dir|ihnen|euch) das bekannt vor|(?:klingt|macht|ergibt) (?:das )?(?:sinn|gut|bekannt|logisch|vertraut|verrückt)|(?:siehst du|seht ihr|sehen sie|erkennst du|bemerkt) (?:das|es|den \p{Lu}\p{L}+|das \p{Lu}\p{L}+|die \p{Lu}\p{L}+)|alles klar|verstanden|ça vous (?:dit|rappelle) quelque chose|vous (?:voyez|avez vu) (?:la|le|l['’])[ \p{L}]{1,20}|compris|(?:te|les?|os) suena(?: familiar| conocido)?|(?:tiene|faz|faz isso) sentido|(?:ves|viu|percebeu) [ao l]{1,2} \p{L}{1,20}|entendeu|entendido)\?$/iu,
    why: 'the same in German, French, Spanish and Portuguese',
    examples: [
      'Kommt dir das bekannt vor?',
      'Ergibt das Sinn?',
      'Siehst du den Unterschied?',
      'Vous voyez la différence?',
      'Te suena?',
      'Faz sentido?',
    ],
    not: ['Siehst du Anna oft am Hafen?', 'Suena bien la campana del muelle?'],
  },
  {
    pattern:
      /^(?:(?:but|and|so|ok(?:ay)?),? )?(?:why(?: (?:not|so|is (?:that|this|it)))?|how(?: (?:so|come))?|so what|really|what\?!|huh|wait,? what|what next|now what|warum(?: das| nur| nicht)?|wieso|weshalb|na und|wie das|pourquoi(?: pas| ça)?|comment|et alors|por qué|y (?:por qué|qué)|por qu[eê]|como assim|e daí|cómo|どうして|なぜ|为什么)[?？]$/iu,
    why: 'it asks for the reason of what is above it',
    examples: ['Why?', 'But why?', 'So what?', 'How so?', 'Warum?', 'Pourquoi?', 'Por quê?'],
    not: ['Why lids?', 'How do lids work?', 'Warum Deckel?'],
  },
];

/** A word or two that are a paragraph of their own and close what is above it. */
export const CLOSES_ABOVE: readonly PhraseRule[] = [
  {
    pattern:
      /^(?:(?:many |big |huge )?thanks(?: (?:a lot|again|so much|in advance|everyone|all|for reading))?|thank you(?: (?:all|so much|very much|for reading|again|in advance))?|cheers|enjoy(?: (?:it|reading|the \p{L}{1,12}))?|done|that['’]s (?:it|all|all folks)|voil[aà]|have fun|nice|neat|cool|sweet|great|awesome|perfect|success|hooray|yay|phew|boom|tada|ta-?da|bingo|ouch|oops|yikes|nope|not good|much better|(?:it|that|this) work(?:s|ed)|wrong|looks good|nothing happened|(?:very|quite|pretty|really|so) (?:nice|handy|neat|cool|useful|good)|and (?:a lot |lots |much |many )?more|until (?:next (?:time|week|month)|then)|see you(?: all)?(?: (?:soon|there|around|next (?:time|week|month|year)))?|stay tuned|be well|take care|problem solved|good luck|happy (?:hacking|coding|reading|\p{Ll}{3,10}ing)|bis (?:bald|dann|zum nächsten mal)|danke(?: schön| sehr| euch| dir| fürs lesen)?|vielen dank|fertig|viel (?:spaß|erfolg)|das war['’]s|à bientôt|merci(?: beaucoup| à tous)?|bonne lecture|c['’]est tout|(?:muchas )?gracias|listo|hasta (?:pronto|la próxima)|nos vemos|eso es todo|(?:muito )?obrigad[oa]|pronto|até (?:mais|breve|logo|a próxima)|abraços|é isso|é só isso|grazie|ecco fatto|до встречи|всё|спасибо(?: за внимание)?|a presto|alla prossima|bedankt|klaar)(?:[.!…]{1,3}|[.!]? ?[:;]-?[)D])$/iu,
    why: 'a thanks, or a word that ends what is above it',
    examples: [
      'Thanks!',
      'Thank you all.',
      'Enjoy!',
      'Done.',
      'That’s it!',
      'Happy hacking!',
      'Viel Spaß!',
      'Merci!',
      'Gracias!',
      'Obrigado!',
      'And much more!',
      'It worked!',
      'Until next time!',
      'Até a próxima!',
    ],
    not: [
      'Thanks to Ada, the lid is dry.',
      'Done with lids, I went on.',
      'Hello!',
      'Thanks,',
      'Cheers, Ada.',
    ],
  },
];
