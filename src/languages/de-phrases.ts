import { DE_HOUSEKEEPING } from './de-housekeeping.ts';
import { LISTED, SHOWN } from './de-parts.ts';
import { DE_STANCE } from './de-stance.ts';
import { VERB, VERB_OR_LIKE } from './de-verbs.ts';
import { anyOf, opening, type Phrases, words } from './phrases.ts';

const COUNT = anyOf(
  '\\d+, zwei, drei, vier, fünf, sechs, sieben, acht, neun, zehn, zwölf, ein paar, einige, mehrere',
);
const TEXT =
  '(?:Blog)?(?:post|beitrag|beitrags|artikels?|text|eintrag|anleitung|serie|reihe|newsletter|ausgabe)';
const PRONOUN = '(?:er|sie|es|das|dies|diese[rmns]?|jene[rmns]?|sein|seine[rmns]?|ihr|ihre[rmns]?)';

/** The German phrase rules for choosing sentences. */
export const DE_PHRASES: Phrases = {
  refersBack: [
    {
      pattern: opening(
        `er|sie|es|dies|diese|dieser|dieses|jene|jener|ihm|ihn|ihnen|beide|letztere[rsnm]?|erstere[rsnm]?|dasselbe|deren|dessen|davon|dafür
|dagegen|damit|dabei|darum|darin|darauf|daraus|dazu|daran|darüber|darunter|hierfür|hiermit|hierbei|hierzu`,
        '(?! (?:gibt|gab|regnet|regnete|schneit|schneite) )',
      ),
      why: 'a pronoun or demonstrative whose noun is in an earlier sentence',
      examples: ['Sie war kalt.', 'Davon wusste niemand.', 'Dieses Haus leckt.'],
      not: ['Essig ist sauer.', 'Es gibt kalte Tage.'],
    },
    {
      pattern: opening('seine[rmns]?|ihre[rmns]?|ihr|sein', '(?= \\p{L})'),
      why: 'a possessive whose owner is in an earlier sentence',
      examples: ['Seine Pumpe leckt.', 'Ihre Mutter kam.'],
      not: ['Seit Mai ist Ruhe.'],
    },
    {
      pattern: /^[Dd]as(?=\s+\p{Ll})/u,
      why: '`das ist` points back; `das Haus` is an article',
      examples: ['Das ist schade.'],
      not: ['Das Haus ist alt.'],
    },
    {
      pattern: opening(
        `und|aber|oder|denn|doch|sondern|also|deshalb|daher|deswegen|trotzdem|dennoch|jedoch|außerdem|zudem|dann|danach|davor
|stattdessen|sonst|auch|noch|so|zum beispiel|im gegenteil|allerdings|immerhin|dort|da|folglich|somit|demnach|ferner|weiterhin
|zunächst|zuletzt|schließlich|inzwischen|währenddessen|anschließend|im anschluss(?! an)|nämlich|ebenso|genauso|übrigens|jedenfalls|kurzum|kurz gesagt
|mit anderen worten|das heißt|in der tat|auf der anderen seite|andererseits|einerseits|der (?:grund|haken|vorteil|nachteil|witz|trick)(?=\\s*:| (?:ist|war|dafür|dabei))|jetzt|nun|wie (?:immer|üblich|gesagt|erwähnt|versprochen)`,
      ),
      why: 'a connective joins it to the sentence before',
      examples: [
        'Deshalb blieben wir.',
        'Wie immer ist der Code frei.',
        'Dann kam der Regen.',
        'Der Grund: Deckel lecken.',
      ],
      not: ['Sonnabends ist zu.', 'Dortmund liegt im Westen.'],
    },
    {
      pattern: opening('ja|nein|genau|richtig|klar|na ja|naja|nun|gut|okay|tja|ach', '(?=\\s*[,.!?:;—–-])'),
      why: 'it answers the sentence before',
      examples: ['Ja, sie leckt.', 'Nun, niemand fragte.'],
      not: ['Gut Ding will Weile haben.'],
    },
    {
      pattern: new RegExp(
        `^(?:im grunde|eigentlich|tatsächlich|meistens|oft|manchmal|vielleicht|wahrscheinlich|leider|zum glück|glücklicherweise|natürlich|offenbar|heute|jetzt|bald|inzwischen|hier) (?:\\p{Ll}+ )?${PRONOUN}(?![\\p{L}-])(?! (?:gibt|gab))`,
        'iu',
      ),
      why: 'a pronoun after an adverb refers to an earlier sentence',
      examples: ['Im Grunde nutzt es zwei Schlangen.', 'Leider ist sie kalt.'],
      not: ['Leider leckt die Pumpe.'],
    },
    {
      pattern: opening(
        `(?:wenn|als|weil|obwohl|bevor|nachdem|sobald|solange|da) (?:er|sie|es|dies|das)`,
        '(?! (?:regnet|regnete|schneit|gibt|um)(?!\\p{L}))',
      ),
      why: 'its first clause has a pronoun whose noun is in an earlier sentence',
      examples: ['Wenn sie leckt, hilft Wachs.'],
      not: ['Wenn es regnet, bleiben wir.'],
    },
    {
      pattern: opening(
        'erstens|zweitens|drittens|viertens|zum (?:ersten|zweiten|dritten|einen|anderen|schluss)|als (?:erstes|nächstes|letztes)',
      ),
      why: 'it continues a count that began before',
      examples: ['Zweitens lecken sie.', 'Zum anderen fehlt Geld.'],
      not: ['Zweimal ist genug.'],
    },
  ],
  leansBack: [
    {
      pattern: /(?<!\p{L})(?:diese[rmns]? \p{L}|an (?:jenem|diesem) (?:tag|morgen|abend))/iu,
      why: 'a demonstrative refers to something outside the sentence',
      examples: ['Niemand vergaß diese Jahre.'],
      not: ['Niemand vergaß die Jahre.'],
    },
    {
      pattern: words(
        '(?:ist|sind|wird|werden|war|waren|hat|haben|kann|soll) (?:dann|da|dort|damit|davon|dadurch|daran|dafür|dazu)',
      ),
      unless: /\bwenn\b|\bWenn\b|(?:dann|da), (?:wenn|wo)/,
      why: 'the time, the place or the thing was named before',
      examples: ['Der Vortrag ist dann für alle.'],
      not: ['Wenn es regnet, ist dann niemand da.'],
    },
  ],
  deictic: [
    {
      pattern: words(
        `${SHOWN} (?:hier )?(?:oben|unten|weiter (?:oben|unten))(?! (?:im|in|am|an|auf|auf dem|bei|rechts|links))`,
      ),
      why: 'it points at another part of the post',
      examples: ['Das Skript oben läuft jeden Abend.'],
      not: ['Das Bild oben im Flur hing schief.'],
    },
    {
      pattern: words(
        `(?:obig|oben ?stehend|unten ?stehend|oben genannt|vorherig|vorangehend)e[nmrs]? (?:\\p{L}+ )?(?:${SHOWN}|${LISTED})`,
      ),
      why: 'it points at another part of the post',
      examples: ['Der obige Code leckt.'],
      not: ['Der vorherige Besitzer ging.'],
    },
    {
      pattern: words(
        '(?:siehe|s\\.) (?:(?:die |den |das )?folgende[nrs]?|oben|unten|hier|Abbildung|Abb\\.|Tabelle|Tab\\.)|wie (?:oben|unten|hier) (?:gezeigt|zu sehen|beschrieben|erwähnt)|(?:oben|unten) (?:gezeigt|genannt|erwähnt|beschrieben|aufgeführt|verlinkt)e?[nmrs]?|(?:findet|findest|finden|steht|gibt es) (?:\\p{L}+ ){0,3}(?:hier|unten)(?=[.,:!]|$)',
      ),
      why: 'it points at a figure, a link or another part of the post',
      examples: ['Siehe Abbildung 3.', 'Siehe die folgenden Links für Details.', 'Den Code findet ihr hier.'],
      not: ['Die Katze schläft oben auf dem Schrank.'],
    },
    {
      pattern: words(
        `(?:in|im|aus|mit|zu|von|vom|zum) (?:diese[mnr]|dem|der|meinem|meiner|unserem|unserer|einem|einer|den)? ?(?:(?:letzten|vorigen|vorherigen|nächsten|früheren|kommenden|folgenden|ersten|zweiten|dritten|weiteren|heutigen|separaten) )?(?:Blog-?)?(?:post|beitrag|artikel|serie|reihe|blog|newsletter|anleitung|teil (?:\\d+|der serie|dieser|eins|zwei|drei))s?`,
      ),
      why: 'it is about the post itself, or about another one',
      examples: ['In diesem Beitrag zeige ich fünf Deckel.', 'Im letzten Artikel ging es um Seile.'],
      not: ['In diesem Haus kocht niemand.'],
    },
    {
      pattern: words(
        '(?:erste|zweite|dritte|letzte|linke|rechte)[snr]? (?:Bild|Foto|Grafik|Abbildung|Tabelle|Diagramm)|so (?:eine|ein|einen|einem|einer) (?:Aktion|Fall|Sache|Ding|Problem)|da oben|bitte melde[nt]?|die (?:ersten|letzten|oberen|unteren) (?:(?:zwei|drei|vier|fünf|zehn|paar|\\d+) )?(?:Zeilen|Einträge|Spalten|Balken)',
      ),
      why: 'it refers to what is beside it',
      examples: ['Die ersten Zeilen umgehen den Fehler.', 'Im Entwurf (erstes Bild) sah er größer aus.'],
      not: ['Die ersten Jahre waren kalt.'],
    },
    {
      pattern: opening(`diese[rs]? ${TEXT}`),
      why: 'it is about the post itself',
      examples: ['Dieser Artikel zeigt die Kosten.'],
      not: ['Diese Pumpe zeigt die Kosten.'],
    },
  ],
  announcing: [
    {
      mayTell: true,
      pattern: words(
        `(?:folgend|nachfolgend|nachstehend)e[nmrs]? (?:${COUNT} )?(?:\\p{Ll}+ )?(?:${SHOWN}|${LISTED})`,
      ),
      why: 'it announces what comes after it',
      examples: ['Die folgende Tabelle zeigt die Kosten.'],
      not: ['Das folgende Jahr war kalt.'],
    },
    {
      mayTell: true,
      pattern: words(
        `^(?:hier|es|nun) (?:ist|sind|kommt|kommen|folgt|folgen) (?:nun |also )?(?:(?:${COUNT}|die|eine|meine|unsere|alle)(?: \\p{L}+)? (?:${SHOWN}|${LISTED}))`,
      ),
      why: 'it announces what comes after it',
      examples: ['Hier sind fünf Tipps für alle.'],
      not: ['Hier sind alle müde.'],
    },
    {
      mayTell: true,
      pattern: words(
        '^im folgenden(?! \\p{L}*(?:jahr|monat|winter|sommer|herbst|frühling))|^was (?:nun |jetzt )?folgt, (?:ist|sind)|wie folgt|(?:schauen|sehen) wir uns|(?:zeige|erkläre|beschreibe|berichte|stelle) ich (?:euch|dir|ihnen|hier|kurz)|(?:werde|möchte|will) ich (?:\\p{L}+ ){0,4}(?:zeigen|erklären|beschreiben|vorstellen|berichten|eingehen)',
      ),
      why: 'it says what the post is going to say',
      examples: ['Im Folgenden steht, wie.', 'Heute möchte ich euch die Deckel vorstellen.'],
      not: ['Im folgenden Jahr zogen wir um.'],
    },
  ],
  housekeeping: DE_HOUSEKEEPING,
  reflexive: [],
  verbless: [
    {
      pattern:
        /^(?:etwa |ca\. )?(?:\d[\d.,/–-]*|[½¼¾⅓⅔]|eine?|zwei|drei|vier)\s?(?:g|kg|ml|cl|dl|l|el|tl|stück|prisen?|bund|zehen?|tassen?|scheiben?|pfund|gramm|liter)(?!\p{L})/iu,
      unless: VERB,
      why: 'an ingredient is not a point',
      examples: ['200 g Roggenmehl aus der Mühle an der Brücke, zweimal gesiebt.', 'Eine Prise Salz'],
      not: ['200 g Roggenmehl reichen für ein Brot.', 'Zwei Tassen am Tag kosten mich 900 Euro im Jahr.'],
    },
    {
      pattern:
        /^(?:ein|eine|einen|der|die|das|kein|keine|etwas|viel|mehr|weniger|mit|ohne|für|\d+)\s.*[^.!?…"“”)]$/iu,
      unless: VERB_OR_LIKE,
      why: 'a thing about which nothing is said is not a point',
      examples: ['Ein Glas mit Deckel aus der Schublade unter dem Herd in der Küche'],
      not: ['Ein Glas mit Deckel hält den Teig über Nacht feucht', 'Der Bus ist abends voll'],
    },
  ],
  defining: [
    {
      pattern:
        /^(?!(?:es|das|dies|hier|da|er|sie|wir|ich|du|man|was|wer)\b)(?:(?:ein|eine|der|die|das) )?\p{L}[^,.;:?!]{1,60}? (?:ist|sind) (?:eigentlich |im grunde |nur |einfach )?(?:ein|eine|einer|der|die|das|eines)\b/iu,
      why: 'it says what something is',
      examples: ['Der Stapel ist eine Sammlung von Tellern.'],
      not: ['Es ist ein Jammer.'],
    },
    {
      pattern: words('steht für|bedeutet|bezeichnet|besteht aus|nennt man'),
      why: 'it says what something is',
      examples: ['URL steht für einen langen Namen.'],
      not: ['Er steht auf einem Stuhl.'],
    },
  ],
  occasion: [
    {
      pattern: words(
        `(?:freuen|freue|freut) (?:uns|mich|sich),|(?:ist|sind) (?:nun|jetzt|endlich|ab sofort|offiziell|wieder)|(?:haben|habe|hat) (?:\\p{L}+ ){0,6}(?:veröffentlicht|ersetzt|umgestellt|fertiggestellt|gestartet|eröffnet|gebaut|beendet|eingeführt)|ab (?:sofort|heute|morgen)`,
      ),
      why: 'it says what happened, and why the post was written',
      examples: [
        'Unser Dienst ist nun offiziell gelistet!',
        'Im Mai haben wir den Schwimmer durch ein Radar ersetzt.',
      ],
      not: ['Der Dienst ist alt.'],
    },
    {
      pattern:
        /^(?:heute|gestern|seit|am (?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|\d)|im (?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|frühjahr|frühling|sommer|herbst|winter|jahr)|letzte[nrs]?|vor (?:einem|zwei|drei|vier|fünf|ein paar|\d+) (?:tagen|wochen|monaten|monat|jahren|jahr)|dieses wochenende)(?!\p{L})/iu,
      why: 'it says when it happened',
      examples: ['Im Mai zogen wir um.', 'Vor zwei Jahren brach die Pumpe.'],
      not: ['Seitdem leckt sie.'],
    },
  ],
  turning: [
    {
      pattern: words(
        '(?:das|unser|mein|der|die) (?:problem|fehler|trick|lehre|wahrheit|frage|ziel|grund|schwierigkeit|überraschung)(?: \\p{L}+){0,3} (?:ist|war|waren|sind)|(?:stellte|stellt) sich heraus|(?:gelernt|gemerkt|erkannt|beschlossen|festgestellt)|nicht mehr|statt|je (?:mehr|weniger)|erst (?:als|wenn|nachdem)|entscheidend|wichtig(?:er|ste|sten)?',
      ),
      why: 'the story turns, or a lesson is drawn',
      examples: ['Unser Fehler war der Deckel.', 'Es stellte sich heraus, dass Wasser wartet.'],
      not: ['Er fehlte im Mai.'],
    },
  ],
  contrasting: /^(?:aber|doch|jedoch|allerdings|dennoch|trotzdem|leider|andererseits|nur dass)(?!\p{L})/iu,
  advising: [
    {
      pattern: words(
        'sollte[nt]?|solltest|muss|müssen|musst|niemals|nie|immer|vermeide[nt]?|empfehle[n]?|am besten|lohnt sich|besser|achte[nt]? darauf|nicht vergessen',
      ),
      why: 'it gives advice',
      examples: ['Man sollte ihn zweimal kochen.'],
      not: ['Der Deckel blieb liegen.'],
    },
  ],
  instructing: [],
  supposing: [
    {
      pattern: opening(
        'angenommen|stell(?:t|en)? (?:dir|euch|sie sich)|nehmen wir|vielleicht|mal angenommen|was wäre',
      ),
      why: 'an example or a guess is not the point',
      examples: ['Angenommen, wir wollten einen Deckel.', 'Vielleicht ist die Pumpe langsam.'],
      not: ['Die Annahme war falsch.'],
    },
  ],
  recalling: [
    {
      pattern: words(
        'ich erinnere mich|(?:erzählte|sagte) (?:mir|uns)|als ob|früher (?:sagte|war)|als ich (?:klein|kind|jung)',
      ),
      why: 'a memory is the story around the point',
      examples: ['Ich erinnere mich an den Geruch.'],
      not: ['Wir sagten niemandem etwas.'],
    },
  ],
  articles: {
    indefinite: /(?<!\p{L})(?:eine?[mnrs]?|(?:unser|mein)e?[mnrs]?|zwei|drei)(?= \p{L})/giu,
    definite: /(?<!\p{L})(?:der|die|das|dem|den|des|am|im|zum|zur|vom)(?= \p{L})/giu,
    specified:
      /^,? (?:der|die|das|des|dem|den|von|vom|für|zu|zum|zur|mit|in|im|auf|am|an|aus|zwischen|wo)(?!\p{L})/iu,
  },
  stance: DE_STANCE,
  general: words(
    'jede[rmns]?|nie|niemand|nichts|keine?[rmns]?|alle[rmns]?|immer|nur|meist(?:en|ens)?|beste[rmns]?|schlimmste[rmns]?',
  ),
  numerals: words(
    'halb|hälfte|drittel|doppelt|zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig|hundert|tausend|millionen?|milliarden?',
  ),
  subclause:
    /(?<!\p{L})(?:dass|welche[rs]?|wo|wenn|während|weil|da|obwohl|bis|falls|als|bevor|nachdem|damit)(?!\p{L})/giu,
  logLabels:
    'frühstück,mittagessen,mittag,abendessen,abendbrot,geschlafen,schlaf,aufgestanden,wetter,laune,stimmung,schritte,gewicht,sport,gelesen,gehört,gesehen,musik,kaffee,dankbar für,erledigt'.split(
      ',',
    ),
};
