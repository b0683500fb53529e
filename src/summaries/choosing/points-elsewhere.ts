import type { SummaryLanguage } from './stop-words.ts';

type Row = {
  readonly language: SummaryLanguage;
  readonly pattern: RegExp;
  /** Whether what it announces may stand in the sentence itself, after a colon: `We use the following tools: a lid.` */
  readonly mayTell: boolean;
  readonly reason: string;
};

const ELSEWHERE = 'it points at something that stands elsewhere in the post';
const ANNOUNCES = 'it announces what comes after it';

/** A pattern of whole words, whatever their case; \b knows no letters but those of English. */
const words = (source: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}’'-])(?:${source.replace(/\n\s*/g, '')})(?![\\p{L}\\p{N}-])`, 'iu');

/** What a post shows beside its sentences, and what parts it has; with an adjective before it, where one may stand. */
const EN_SHOWN = `(?:code|scripts?|snippets?|listings?|commands?|tables?|charts?|graphs?|figures?|diagrams?|pictures?|photos?|
  photographs?|images?|screenshots?|illustrations?|drawings?|plots?|maps?|videos?|examples?|sections?|paragraphs?|lists?|
  outputs?|formulas?|equations?|functions?|polls?|recipes?|links?|footnotes?|captions?|snapshots?)`;
/** Those of them that only a text has: `the next video` is one that its author will make. */
const EN_PART =
  '(?:sections?|paragraphs?|examples?|snippets?|listings?|figures?|charts?|diagrams?|equations?|tables?)';
/** What lists are made of. */
const EN_LISTED = `(?:tips|reasons|steps|ways|things|ideas|rules|lessons|points|questions|answers|facts|notes|thoughts|findings|
  results|highlights|takeaways|tricks|suggestions|recommendations|mistakes|options|items|features|changes|problems|advantages|
  benefits|principles|examples|instructions|ingredients|tools|books|resources|numbers|rough notes)`;
const EN_COUNT = `(?:\\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a dozen|a few|a couple of|some|several|a handful of)`;
/** After `above` and `below`: they are a place or a measure, and no part of the post. `The table above the sink` */
const EN_PLACE = `(?!\\s+(?:the|an?|my|our|your|his|her|its|their|this|that|these|those|it|me|us|him|them|all|any|every\\w*|each|
  zero|freezing|ground|sea|deck|water|stairs|par|average|normal|cost|price|market|one|two|three|four|five|ten)(?!\\p{L})|\\s+[\\d$€£]|\\s+(?-i:\\p{Lu}\\p{L}))`;

const DE_SHOWN = `(?:Code|Codes|Skript|Skripts|Befehle?|Tabellen?|Grafik|Graphik|Abbildung|Bild|Bilder|Foto|Fotos|Diagramm|
  Schaubild|Kurve|Beispiel|Beispiele|Listen?|Liste|Abschnitt|Absatz|Kapitel|Ausgabe|Video|Karte|Zeichnung|Skizze)`;
const DE_LISTED = `(?:Tipps|Gründen?|Schritten?|Regeln|Punkten?|Ideen|Beispielen?|Fragen|Antworten|Dingen?|Lehren|Vorschlägen?|
  Ergebnissen?|Fehlern?|Tricks|Möglichkeiten|Vorteilen?|Liste|Links)`;
const DE_COUNT = `(?:\\d+|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|ein paar|einige|mehrere)`;

const FR_SHOWN = `(?:code|script|extrait|commande|tableau|graphique|figure|schéma|image|photo|diagramme|exemple|liste|section|
  paragraphe|carte|dessin|vidéo)s?`;
const FR_LISTED = `(?:conseils|raisons|étapes|règles|points|idées|exemples|questions|réponses|choses|leçons|astuces|façons|erreurs|résultats)`;
const FR_COUNT = `(?:\\d+|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quelques|plusieurs)`;

const ES_SHOWN = `(?:código|script|fragmento|comando|tabla|gráfic[oa]|figura|imagen|foto|diagrama|ejemplo|lista|sección|párrafo|
  mapa|dibujo|vídeo|video)s?`;
const ES_LISTED = `(?:consejos|razones|pasos|reglas|puntos|ideas|ejemplos|preguntas|respuestas|cosas|lecciones|trucos|maneras|formas|errores|resultados)`;
const ES_COUNT = `(?:\\d+|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|doce|algun[oa]s|un[oa]s|vari[oa]s)`;

const row = (language: SummaryLanguage, source: string): Row => ({
  language,
  pattern: words(source),
  mayTell: false,
  reason: ELSEWHERE,
});
const announcing = (language: SummaryLanguage, source: string): Row => ({
  language,
  pattern: words(source),
  mayTell: true,
  reason: ANNOUNCES,
});

/**
 * What a sentence says that lives off another part of its post: code, figures and lists stay out of a summary, and what
 * an announcement announces comes along in part at best.
 */
const ROWS: readonly Row[] = [
  // `The script above runs every evening`, `the tips that I gave below`
  row(
    'en',
    `(?:${EN_SHOWN}|${EN_LISTED})(?: (?:shown|given|listed|described|printed))? (?:above|below)${EN_PLACE}`,
  ),
  row('en', `the (?:above|below-mentioned|above-mentioned) (?:\\p{L}+ )?(?:${EN_SHOWN}|${EN_LISTED})`),
  row('en', `the (?:preceding|previous|next) (?:code )?${EN_PART}(?! of)`),
  row(
    'en',
    `(?:see|as|shown|seen|listed|described|mentioned|discussed|explained|pictured|noted|stated|linked|quoted|given)
    (?: (?:in|at|from))?(?: further)? (?:above|below)${EN_PLACE}`,
  ),
  row('en', 'as (?:shown|seen|pictured|illustrated|described) here'),
  row(
    'en',
    '(?:see|in|from|as|cf\\.) (?:figures?|fig\\.|tables?|listings?|charts?|diagrams?|appendix) (?:\\d+|[A-Z])',
  ),
  row(
    'en',
    '^(?:figure|fig\\.|table|listing|chart|diagram) \\d+\\p{L}? (?:shows?|gives?|lists?|compares?|plots?|sums?|contains?|illustrates?)',
  ),
  row('en', "^(?:above|below),? (?:is|are|you|we|i)(?:['’]\\p{L}+)?"),
  row(
    'en',
    '(?:at|near) the (?:top|bottom|end|start|beginning) of (?:this (?:post|page|article)|the (?:post|article))',
  ),
  announcing('en', `(?:the|these) following (?:\\p{L}+ )?${EN_SHOWN}`),
  announcing('en', `(?:the|these) following (?:${EN_COUNT} )?(?:\\p{L}+ )?${EN_LISTED}`),
  announcing(
    'en',
    '(?:are|is|do|does|did|says?|said|read|reads|use|used) the following(?=\\s*[:.,]|$)|as follows',
  ),
  announcing(
    'en',
    '^(?:so |now )?what follows (?:is|are|was|were) (?:an?|the|my|our|some|how|what|why|part|not)',
  ),
  announcing(
    'en',
    `^(?:so |now )?here (?:is|are|were|come|comes) (?:${EN_COUNT}|(?:all |just )?(?:an?|the|my|our)(?: [\\p{L}\\p{N}-]+){0,3} (?:${EN_SHOWN}|${EN_LISTED}))`,
  ),
  announcing(
    'en',
    `^(?:so |now )?here(?: is| are|['’]s) (?:how|what|why|where|(?:an?|the|my|our)(?: [\\p{L}-]+){0,2} ${EN_SHOWN})`,
  ),

  row(
    'de',
    `${DE_SHOWN} (?:hier )?(?:oben|unten|weiter (?:oben|unten))(?! (?:im|in|am|an|auf|auf dem|bei|rechts|links))`,
  ),
  row(
    'de',
    `(?:obig|oben ?stehend|unten ?stehend|oben genannt|vorherig|vorangehend)e[nmrs]? (?:\\p{L}+ )?(?:${DE_SHOWN}|${DE_LISTED})`,
  ),
  row(
    'de',
    '(?:siehe|s\\.) (?:oben|unten|hier|Abbildung|Abb\\.|Tabelle|Tab\\.)|wie (?:oben|unten|hier) (?:gezeigt|zu sehen|beschrieben|erwähnt)|(?:oben|unten) (?:gezeigt|genannt|erwähnt|beschrieben|aufgeführt)e?[nmrs]?',
  ),
  announcing(
    'de',
    `(?:folgend|nachfolgend|nachstehend)e[nmrs]? (?:${DE_COUNT} )?(?:\\p{Ll}+ )?(?:${DE_SHOWN}|${DE_LISTED})`,
  ),
  announcing(
    'de',
    `^(?:hier|es|nun) (?:ist|sind|kommt|kommen|folgt|folgen) (?:nun |also )?(?:(?:${DE_COUNT}|die|eine|meine|unsere|alle)(?: \\p{L}+)? (?:${DE_SHOWN}|${DE_LISTED}))`,
  ),
  announcing(
    'de',
    '^im folgenden(?! \\p{L}*(?:jahr|monat|winter|sommer|herbst|frühling))|^was (?:nun |jetzt )?folgt, (?:ist|sind)|wie folgt',
  ),

  row('fr', 'ci-dessus|ci-dessous|ci-contre|ci-après'),
  row('fr', `${FR_SHOWN} (?:précédente?s?|plus (?:haut|bas))`),
  row(
    'fr',
    '(?:voir|voyez|cf\\.) (?:plus (?:haut|bas)|(?:la |le )?(?:figure|tableau|schéma) \\d+)|(?:vu|montré|indiqué|décrit|expliqué|mentionné)e?s? plus (?:haut|bas)',
  ),
  announcing('fr', `(?:${FR_SHOWN}|${FR_LISTED}) suivante?s?`),
  announcing(
    'fr',
    `^voici (?:donc )?(?:${FR_COUNT}|comment|pourquoi|ce qu(?:e|['’])|(?:les|la|le|mes|nos|une?|l['’])(?: ?\\p{L}+)? ?(?:${FR_SHOWN}|${FR_LISTED}))|^ce qui suit est|comme suit`,
  ),

  row('es', `${ES_SHOWN} (?:(?:de |más )?(?:arriba|abajo)|anterior(?:es)?)`),
  row(
    'es',
    '(?:ver|véase|vea|mira|mire) (?:(?:más )?(?:arriba|abajo)|(?:la )?(?:figura|tabla) \\d+)|(?:se (?:muestra|ve|explica|describe)|vimos|mencionad[oa]s?|descrit[oa]s?) (?:más )?(?:arriba|abajo|aquí)',
  ),
  announcing(
    'es',
    `siguientes? (?:${ES_COUNT} )?(?:${ES_SHOWN}|${ES_LISTED})|(?:${ES_SHOWN}|${ES_LISTED}) siguientes?`,
  ),
  announcing(
    'es',
    `^a continuación|^lo que sigue (?:es|son)|^(?:aquí|estos|estas) (?:están?|van?|tienes|hay|son) (?:${ES_COUNT}|(?:los|las|mis|la|una)(?: \\p{L}+)? (?:${ES_SHOWN}|${ES_LISTED}))`,
  ),
];

/** What comes after a colon, in the same sentence. */
const TOLD = /[:：]\s*\S/u;

/**
 * Why a sentence means nothing without another part of its post, whatever stands before it; `undefined` where it leans
 * on none.
 */
export function pointsElsewhere(sentence: string, language: SummaryLanguage): string | undefined {
  const bare = sentence.replace(/^["“„«‘'([*_\s]+/, '');
  return ROWS.find((entry) => {
    if (entry.language !== language) return false;
    const match = entry.pattern.exec(bare);
    return match !== null && !(entry.mayTell && TOLD.test(bare.slice(match.index + match[0].length)));
  })?.reason;
}
