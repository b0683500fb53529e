import type { Language } from './language.ts';

/** German. */
export const de = {
  name: 'German',
  stopWords:
    'aber alle als also am an auch auf aus bei bin bis bist da damit dann das dass dein dem den denn der des die dies diese dieser doch dort du durch ein eine einem einen einer eines er es euch für gegen hat hatte hier ich ihm ihn ihr im in ist ja jede jeder kann kein keine man mehr mein mich mir mit nach nicht noch nun nur ob oder ohne sehr sein seine sich sie sind so über um und uns unter vom von vor war waren was weil wenn wer wie wir wird wo zu zum zur',
  abbreviations: [
    {
      ends: 'never',
      words:
        'mr mrs hr fr frl hrn dr prof dipl ing med jur phil rer nat hl st präs vors geb verh gest ev kath städt',
      why: 'a title or a description: a name follows',
      example: 'Frl. Weber wohnt im Turm.',
    },
    {
      ends: 'never',
      words:
        'z.b z.t z.zt z.hd d.h u.a u.ä u.u i.d.r i.a o.ä s.o s.u v.a v.chr n.chr m.e bzw ggf evtl inkl exkl zzgl vgl ca sog bspw insb insbes einschl bezügl bez betr gem lt u.v.m mind max hrsg anm',
      why: 'an explanation or an example follows',
      example: 'Z. B. Boote und Netze.',
    },
    {
      ends: 'never',
      words: 'jh jhd jhdt jt bd bde abb abs kap nr nrn tel ziff rdnr rn bl aufl ausg jg',
      why: 'a numbered part or a century: its name or number follows',
      example: 'Abb. Drei zeigt das Haus.',
    },
    {
      ends: 'capital',
      words: 'usw etc u.s.w',
      why: 'the last member of a series: what follows with a capital letter is another sentence',
      example: 'Usw. und so fort.',
    },
    {
      ends: 'opener',
      words:
        'gmbh ag mwst ust str mio mrd tsd std min sek mo di mi do sa so jan feb febr mär apr jun jul aug sep sept okt nov dez',
      why: 'may end a sentence, or occur inside one',
      example: 'Mwst. Beträge und Rabatt stehen unten.',
    },
    {
      ends: 'number',
      words: 'art s fn tab p fig',
      why: 'also ordinary words or letters: abbreviations only before a number',
      example: 'Tab. 3 zeigt es.',
    },
  ],
  ordinals: [
    {
      number: 'digits',
      after:
        'am im zum zur vom beim ins der die das dem den des ein eine einen einem einer eines jeder jede jedes jeden mein meine meinen meinem meiner dein sein seine seinen seinem seiner ihr ihre ihren ihrem ihrer unser unsere unseren unserem unserer euer eure und oder bis',
      why: 'an article or a preposition announces a noun, and its number is an ordinal',
      example: 'Der Wirt wohnt im 3. Stock des Hauses.',
    },
    {
      number: 'digits',
      before:
        'jahrhundert jahrhunderts jahrtausend jahrestag geburtstag geburtstags hochzeitstag todestag stock stockwerk etage obergeschoss klasse kapitel auflage weltkrieg semester platz tag tages woche monat quartal halbjahr runde etappe spieltag liga bundesliga bezirk reich republik teil akt satz stufe generation januar februar märz april mai juni juli august september oktober november dezember',
      why: 'these nouns are counted in ordinals',
      example: 'Sie feiert 100. Geburtstag und tanzt.',
    },
    {
      number: 'roman',
      why: 'the number of a ruler or a century: German puts a full stop after it, inside the name',
      example: 'König Karl XVI. Gustaf kam mit dem Boot.',
    },
  ],
  openers:
    'aber alle als also am an auch auf aus bei beim da damit danach dann das dass daher darum dem den denn der des deshalb die dies diese dieser dieses doch dort drei du durch ein eine einen einer er es für früher heute hier ich ihr im in ist ja jetzt kein keine man mein meine mit nach nein nicht noch nun nur ob oder ohne seit seitdem sie sind so später trotzdem über um und unser unsere unter vielleicht vom von vor war was weil wenn wer wie wir wo zu zum zur zuerst zwei',
  leaning:
    'er sie es das dies diese dieser dieses aber und doch dann darum deshalb trotzdem außerdem auch sondern',
  adverbs: '',
  behindAdverbs: '',
  joints: {
    clause: 'aber sondern denn weil obwohl allerdings',
    notClause: 'alles-aber nichts-aber nur-weil nur-wenn auch-wenn selbst-wenn besonders-wenn gerade-weil',
    links: 'und oder so wenn während dann',
    subjects: 'ich wir du er sie es ihr man',
    dependent:
      'dass der die das den dem deren dessen wenn ob damit sodass als wie um wo was wer und oder bevor nachdem bis während da doch so',
    phrase:
      'mit ohne für von vom aus in im an am auf bei beim zu zum zur nach durch über unter zwischen gegen seit und oder als wie',
    rest: 'und so weiter|und so fort|und dergleichen|usw|etc',
    bare: '',
    series: 'und oder',
    articles: 'ein eine einen einem einer eines sehr recht',
    verbs:
      'ist sind war waren wird werden wurde wurden hat haben hatte hatten kann können konnte muss müssen soll sollte will',
  },
  announcers: {
    opening:
      'schauen wir uns|sehen wir uns|hier sind|hier ist|hier die|das sind|dies sind|folgende|nachfolgend|zum beispiel|darunter|kurz gesagt|kurz',
    closing:
      'wie folgt|die folgenden|folgendes|folgende|zum beispiel|in kürze|kurz gesagt|siehe|siehe auch|nämlich',
  },
  counts: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf einige mehrere',
  months:
    'Januar Jänner Februar Feber März April Mai Juni Juli August September Oktober November Dezember Jan Feb Mär Jun Jul Aug Sep Okt Nov Dez',
  units:
    'mio mrd tsd uhr euro cent prozent jahr jahre jahren tag tage tagen woche wochen monat monate monaten stunde stunden minute minuten sekunde sekunden meter metern kilometer kilometern grad seiten menschen mal',
  numbered:
    'kapitel abschnitt seite abbildung tabelle teil version band nummer absatz artikel paragraf paragraph zeile schritt',
} as const satisfies Language;
