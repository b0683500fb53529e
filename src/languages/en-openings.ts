import { opening, type PhraseRule } from './phrases.ts';

/** After `so`, a degree instead of a consequence: `So much of it was luck.` */
const DEGREE =
  '(?! (?:much|many|few|little|often|rarely|good|great|nice|fun|cool|glad|happy|proud|excited|grateful|thankful|tired|sad|sorry|hard|easy|close|beautiful)\\b)';

/** A pronoun's short forms: `it's`, `they'd`. */
const SHORT = "(?:['’](?:s|d|ll|re|ve|m|t))?";
const PRONOUN = `(?:it|he|she|they|this|that|these|those|its|their|his|them)${SHORT}`;

/** What follows an empty `it`: in `it is hard to see`, the rest of the sentence says what is hard. */
const OPINION =
  '(?:(?:not|so|very|quite|really|far|much|more|pretty|too|often|always|also|all too|never|only|rarely|usually|generally|just|probably|a little|a bit) )*(?:true|false|easy|easier|hard|harder|difficult|important|possible|impossible|tempting|clear|worth|common|rare|nice|good|great|best|better|time|obvious|likely|unlikely|safe|fair|funny|interesting|amazing|surprising|strange|odd|weird|sad|essential|necessary|useful|helpful|fun|no secret|no surprise|no wonder|no coincidence|a shame|a pity|well known|known|efficient|expensive|cheap|natural|normal|ok|okay|wise|said|hoped|believed)';
/** An empty subject, in lower case: `it is true that`, `it seems`. The same sentence says what it stands for. */
const EMPTY = `(?:it (?:(?:is|was|has been|may be|might be|can be|would be|will be) |(?:may |might |will |should )?comes? as )${OPINION}|it[’'](?:s|d be|ll be) ${OPINION}|it (?:seems?|seemed|appears?|appeared|turns out|turned out|goes without saying|takes?|took))(?! (?:and|but|when|if|because|for|in|at|on)\\b)(?![.,;])`;
/** At the start of a sentence: also times, which need no sentence before them. */
const EMPTY_SUBJECT = new RegExp(
  `^(?:${EMPTY}|this (?:year|week|month|morning|weekend|afternoon|evening|summer|winter|spring|autumn|fall|january|february|march|april|may|june|july|august|september|october|november|december)\\b|these days\\b)`,
  'i',
);
const EMPTY_AFTER_ADVERB = new RegExp(`^[\\p{L} ]+,? ${EMPTY}`, 'iu');

/** English openings that refer to the sentence before. */
export const EN_OPENINGS: readonly PhraseRule[] = [
  {
    pattern: opening('in (?:the|my|our) (?:replies|comments|caption|reply|thread)'),
    why: 'it speaks of what is below something that an earlier sentence showed',
    examples: ['In the replies, I told how the lid was made.'],
    not: ['In the kitchen, lids are dry.'],
  },
  {
    pattern: opening(
      `(?:it|he|she|they|this|that|these|those)${SHORT}|its|his|their|them|him|theirs|hers|her`,
    ),
    unless: EMPTY_SUBJECT,
    why: 'a pronoun whose noun is in an earlier sentence',
    examples: ['It was cold.', 'They’d left.', 'Her hat was red.', 'It is a lid that leaks.'],
    not: [
      'Item two is cold.',
      'Heroes rest.',
      'It’s true that lids leak.',
      'It is far more efficient to wait.',
      'It seems that most lids leak.',
      'It may come as no surprise that lids leak.',
      'This year was the tenth of the lid.',
      'These days, lids are cheap.',
    ],
  },
  {
    pattern: opening(
      `an? (?:[\\p{L}-]+ )?one|a (?:very |rather )?similar|one in particular|all (?:this|that|these|those|of (?:this|that|it|them)) (?:did|does|means?|meant|takes|took|makes|made|leaves|left|changed|came|comes)|such|(?:both|neither|either|none)(?! of (?:the|our|my|your|his|her|its|their|a)\\b| [\\p{L}\\p{N}.+#-]+(?: [\\p{L}\\p{N}.+#-]+)? (?:and|nor|or)\\b)|another|others|the (?:next|last|final|second|third|other|remaining) (?:part|step|thing|piece|problem|issue|question|reason|point|option|way|one|change|challenge|rule|method|approach)|(?:the )?same (?:is|was|goes|applies|here|thing|with|for)|there(?=,)|the latter|the former|the same|the other|the others|the rest
|one of them|two of them|one (?:was|is)|one (?:\\p{L}+ )?(?:way|option|reason|thing|example|approach|solution) (?:is|was|to)|ours|theirs|mine|yours`,
    ),
    why: 'it chooses from what an earlier sentence named',
    examples: [
      'A simple one that helps is wax.',
      'Both were wrong.',
      'The latter is cheaper.',
      'One was broken.',
      'One simple way is to ask.',
      'One in particular leaked.',
      'A similar lid came later.',
      'Same is true of lids.',
      'The next step is to wait.',
      'All that did was to wake the cat.',
    ],
    not: [
      'One day we left.',
      'One of our goals is a dry cellar.',
      'None of our checks found the lid.',
      'Both Ada and Jo left.',
      'Both Lamp.js and Wick have been in the news.',
      'The restaurant closed.',
      'All that glitters is not gold.',
    ],
  },
  {
    pattern: opening(
      `and|but|or|nor|so${DEGREE}|then|yet|still|also|too(?! )|however|therefore|thus|hence|instead|otherwise|besides
|moreover|furthermore|nevertheless|nonetheless|meanwhile|afterwards?|conversely|similarly|likewise|consequently|subsequently|(?:i|we) (?:don['’]t|do not|didn['’]t) mean|as the name (?:would |already )?(?:suggests?|implies)|not only because|back to (?:the|my|our)
|accordingly|again|additionally|plus|though|although then|worse|better still|maybe so|anyway|anyhow|regardless|alternatively|recall|remember that|turns out|that way|this way|now(?! available| that)`,
    ),
    why: 'a connective joins it to the sentence before',
    examples: [
      'But nobody came.',
      'Back to the lid: it leaks.',
      'I don’t mean that lids leak.',
      'As the name suggests, it leaks.',
      'Subsequently, we left.',
      'Therefore we stayed.',
      'Anyway, we left.',
      'Now the pump runs.',
    ],
    not: [
      'So much of it was luck.',
      'Butter melts.',
      'Plush chairs cost more.',
      'Now that the lid is dry, we boil water.',
    ],
  },
  {
    pattern: opening(
      `as a result|for example|for instance|in other words|in fact|in addition|in contrast|by contrast|on the other hand
|on the one hand|that said|even so|after that|before that|since then|until then|by then|at the same time|in the end
|in short|to be fair|what['’]s more|of course|at least|for one thing|for one(?=,)|in turn|in practice|more precisely|more generally
|the (?:reason|result|answer|problem|idea|difference|catch|trick|upside|downside|drawback) (?:here )?(?:is|was)|in (?:either|both|any|each|all|most|some) cases?|either way|even then|even worse|even better|better yet|once again|bottom line|quick recap|perhaps more|more to the point
|on the (?:positive|negative|bright|plus|flip|down|up|other|technical|practical) side|to (?:start off|begin with|start with|that end|top it off|make matters worse|make things worse|recap)|fast[- ]forward|following up|speaking of which
|for (?:just |only )?(?:one|another|a) (?:little |small |quick |simple |good |concrete )*example|from there|up to (?:then|now|this point)|so far so good|as such|in particular|(?:more )?specifically|to (?:close|conclude|finish|sum up|wrap up|summari[sz]e)(?=,)|long story short|mind you|speaking of|sue me|believe it or not|don['’]t get me wrong|trust me(?=,)|remember(?=,)|guess what|in the (?:first|second|third|fourth|former|latter|last|other|same) (?:case|example|scenario|approach|one|step|place)|simply put|put (?:simply|differently|another way)|among other things|by the way|then again|after all|at (?:best|worst|first glance)(?=,)|not surprisingly|unsurprisingly|needless to say`,
    ),
    why: 'a phrase joins it to the sentence before',
    examples: [
      'For example, we left.',
      'The reason was money.',
      'In other words, no.',
      'In either case, wait.',
      'On the positive side, nobody fell.',
      'For just one little example, look at lids.',
      'At best, it was tiny.',
      'In the second case, the lid leaks.',
      'As such, lids leak.',
    ],
    not: ['The reason for the delay was money.', 'In the endgame we lost.', 'In the case of lids, wait.'],
  },
  {
    pattern: opening('firstly|secondly|thirdly'),
    why: 'it continues a count that began before',
    examples: ['Firstly boil the lid.'],
    not: ['First aid helps.'],
  },
  {
    pattern: opening(
      'first|second|third|fourth|next|finally|lastly|later|earlier|last but not least',
      '(?=,|\\s+(?:it|he|she|they|came)\\b)',
    ),
    why: 'it continues a count or an order that began before',
    examples: ['Second, they leak.', 'Finally, it rained.'],
    not: ['Second chances are rare.', 'Next year we move.'],
  },
  {
    pattern: opening(
      'yes|no|nope|yeah|whelp|welp|phew|right|exactly|sure|well|okay|ok|indeed|oh|ah|hey|wait|hmm|alas|look|great|good|perfect|awesome|cool|nice|fine|wow|boom|tada|bingo|see|done|hooray|yay|anyhoo|granted|admittedly|true|fair enough|no worries',
      '(?=\\s*[,.!?:;—–-])',
    ),
    // A greeting with the name of who writes.
    unless: /^Hey\b[^.!?]{0,30}\b(?:[Tt]his is|[Ii]t['’]s) \p{Lu}/u,
    why: 'it answers or reacts to the sentence before',
    examples: ['Yes, it leaks.', 'Well, nobody asked.'],
    not: ['No house is dry.', 'Well water is hard.', 'Hey, this is Ada, bringing you news about lids.'],
  },
  {
    pattern: opening(
      'i mean|you know(?! (?:how|what|when|that|the|who|why|if|a|an|those|these)\\b)|you see|as you can see|as you can imagine|as it turns out|now,? about|here',
      '',
    ),
    why: 'it continues what was said before, or refers to it',
    examples: ['I mean, it works.', 'Here, the pump is a motor.', 'Now about the costs of each rope.'],
    not: ['Hereford is wet.', 'You know how it is when a lid leaks.'],
  },
  {
    pattern: opening(
      "as (?:(?:already |previously |just |was )?(?:mentioned|noted|described|discussed|explained|shown|stated|outlined|seen|said)|always|usual|ever|before|promised|expected|(?:i|we)(?:[’']ve| have)? (?:said|wrote|mentioned|noted|promised|saw|seen|discussed|learned|learnt))",
    ),
    why: 'it refers to other posts, or to earlier words',
    examples: [
      'As always, the code is free.',
      'As I mentioned, the pump leaks.',
      'As mentioned in the introduction, lids leak.',
    ],
    not: ['As always-on servers go, ours is quiet.', 'As we moved, the cat hid.'],
  },
  {
    pattern: new RegExp(
      `^(?:(?!only|family|july|italy|fly|reply|supply|early|assembly|anomaly|butterfly)\\p{L}+ly|maybe|perhaps|sometimes|often|today|now|soon|even|once|of course|in general|at first|in theory|in particular),? ${PRONOUN}(?![\\p{L}’'-])`,
      'iu',
    ),
    unless: EMPTY_AFTER_ADVERB,
    why: 'a pronoun after an adverb refers to an earlier sentence',
    examples: ['Essentially it uses two queues.', 'Luckily, they were home.', 'Perhaps it was luck.'],
    not: ['Essentially all pumps leak.', 'Only the cat knew.', 'Sometimes, it’s far more efficient to wait.'],
  },
  {
    pattern:
      /^(?!(?:given|considering) that )(?:(?:in|on|at|for|with|by|from|after|before|of|to|about|despite|because of|without|since|until|behind|under|over|inside|like|as for|apart from|besides|given|beyond|unlike|following|thanks to|due to|similar to|based on|according to|instead of|rather than|along with|together with|in addition to|in spite of|in light of|as part of|on top of|next to|in front of|outside of|ahead of|regardless of|as a result of|other than|(?:in|as) preparation for|compared (?:to|with)|combined with|armed with|using|looking at|building on)\s+(?:all\s+|most\s+|some\s+|one\s+|each\s+|both\s+|(?:doing|using|seeing|reading|fixing|adding|changing|making|getting|trying|solving)\s+)?(?:of\s+)?|to (?:do|fix|solve|avoid|address|achieve|prevent|test|use|see|get|make|understand|illustrate|explain|help|accomplish|handle|check|verify|prove|demonstrate|remedy|combat|counter|enable|work around|get around)\s+|(?:doing|using|getting around|working around|fixing|solving|adding|changing|making|seeing|knowing|reading|writing|running|having)\s+)(?:this|that|these|those|it|them|him|her|his|its|their|here|there)(?![\p{L}’'-])/iu,
    why: 'its first phrase has a pronoun whose noun is in an earlier sentence',
    examples: [
      'With that in mind, we left.',
      'After doing this, the pump ran.',
      'To do this, open the lid.',
      'As preparation for that talk I read.',
      'Getting around that takes wax.',
    ],
    not: [
      'Given that lids leak, we wait.',
      'With thatched roofs, we wait.',
      'For the cat, we stayed.',
      'To do the dishes takes an hour.',
    ],
  },
  {
    pattern:
      /^(?:if|when|whenever|once|while|because|since|although|though|unless|until|after|before|as|now that|where) (?:it|they|he|she|this|that|these|those|we did|you do|not|so)(?:['’](?:s|re|d|ll))?(?![\p{L}’'-])(?!(?<!(?:this|that)) (?:(?:was|is|has been) (?:announced|reported|decided)|rains?|rained|snows?|snowed|comes? to|came to|takes|gets|is (?:possible|necessary|time|dark|raining|cold|hot|true)|turns out|happens))/iu,
    why: 'its first clause has a pronoun whose noun is in an earlier sentence',
    examples: [
      'If it fails, the build stops.',
      'When that happens, we wait.',
      'When they left, the house was empty.',
    ],
    not: [
      'As it was announced in May, the lid is gone.',
      'If it rains, the match is off.',
      'When it comes to tea, we agree.',
      'If the pump fails, we stop.',
    ],
  },
  {
    pattern:
      /^(?:all|most|some|many|none|each|any|half|both|neither|either|part|much|few|several|one|two|three|a few|the rest|the best|the worst)\s+of\s+(?:this|that|these|those|it|them|us)(?![\p{L}’'-])/iu,
    why: 'it chooses from what an earlier sentence named',
    examples: ['Some of them leak.', 'Most of this is luck.'],
    not: ['Some of the pumps leak.'],
  },
  {
    pattern: opening(
      'not|which|who|whose|to which|at which|in which',
      '(?!\\s+(?:only|everyone|everybody|all|many|every|a)\\b)(?![^.]*\\?$)',
    ),
    why: 'it is the rest of a sentence that began before',
    examples: ['Which was a pity.', 'Not because of the rain.'],
    not: ['Not every house is dry.', 'Which pump leaks?'],
  },
  {
    pattern: opening(
      'there (?:were|was|are|is|it) (?:none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d+|more|others|another|it)',
      '(?=\\s*[.,;])',
    ),
    why: 'it counts what an earlier sentence named',
    examples: ['There were three.'],
    not: ['There were three ships in the harbour.'],
  },
  {
    pattern: /^there(?: is| are| was| were|['’]s|['’]re) (?:also|another|even|still)\b/i,
    why: 'it adds to an earlier sentence',
    examples: ["There's also a talk by Ada.", 'There is another catch.'],
    not: ['There is a lid.'],
  },
  {
    pattern:
      /^there(?: is| was|['’]s) (?:just |only |but )?(?:one|a) (?:\p{L}+ )?(?:catch|problem|caveat|issue|exception|downside|drawback|snag|wrinkle|gotcha|twist|limitation)(?![\p{L}-])/iu,
    why: 'it limits what was told before',
    examples: ['There’s one major catch: lids leak.', 'There is just one problem.'],
    not: ['There is a problem-free lid.', 'There is a lid.'],
  },
  {
    pattern: /^(?:the|our|my) [\p{L}-]+ (?:itself|himself|herself|themselves)(?![\p{L}-])/iu,
    why: 'it contrasts with an earlier sentence',
    examples: ['The books themselves are fine.'],
    not: ['The books on lids themselves leak.'],
  },
  {
    pattern:
      /^[^.?!]{1,30}, (?:on the other hand|however|therefore|though|in turn|by contrast|in contrast|too|then|instead|meanwhile|conversely|consequently),/i,
    why: 'a connective in its middle joins it to the sentence before',
    examples: ['We, on the other hand, need lids.', 'The lid, however, leaks.'],
    not: ['The lid leaks, however hard we try.'],
  },
  {
    pattern:
      /^(?:(?!that|which|who|because|if|when|the|an?|my|our|your|his|her|their)[\p{L}’'-]+ )(?:[\p{L}’'-]+ ){0,5}(?:it|they|he|she) also\b/iu,
    why: 'a pronoun that adds something to its noun in an earlier sentence',
    examples: ['From a practical perspective it also is slow.'],
    not: ['The lid is cold, and it also leaks.'],
  },
  {
    pattern:
      /^(?!(?:as|if|when|while|not|although|though|because|since|whether)\b)[\p{L}\p{N}’'-]+(?: [\p{L}\p{N}’'-]+){0,3},? also\b/iu,
    why: '`also` adds to an earlier sentence',
    examples: ['Ada also used a lid.', 'We’ve also moved the lamp.', 'The lamp can also burn petroleum.'],
    not: ['The lamp burns oil, and also petroleum.'],
  },
  {
    pattern:
      /^(?:after|before|with|during|since|by|without|when|while|once|if|following) (?:the|a|an|\p{L}+ing)\b[^,]{3,60}, (?:they|he|she|it(?! (?:is|was|has|takes?|took|will be|would be|can be|may be|might be|seems?|turns|turned|makes|feels|became|becomes|rain|snow)))(?![\p{L}’'-])/iu,
    unless: /^\S+ (?:\p{Lu}|[^,]*\p{Lu}\p{Ll}+[^,]*,)/u,
    why: 'a pronoun after its first phrase has its noun in an earlier sentence',
    examples: ['After the change, it will hold one lid.', 'By baking in lids, they could win.'],
    not: ['After the change, it is hard to see.', 'When Ada left, she took the lid.'],
  },
  {
    pattern: /^because\b(?!.*,)/i,
    why: 'it answers the question before it',
    examples: ['Because most lids leak.'],
    not: ['Because it rained, we left.', 'Because of the rain, we left.'],
  },
];
