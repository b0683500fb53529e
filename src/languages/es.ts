import type { Language } from './language.ts';

/** Spanish. */
export const es = {
  name: 'Spanish',
  stopWords:
    'al algo ante antes así aun aunque cada como con contra cual cuando de del desde donde durante e el ella ellos en entre era es esa ese eso esta este esto fue ha hay la las le les lo los me mi mis muy más nada ni no nos nosotros o otra otro para pero poco por porque pues que quien se sea ser si sin sobre son su sus sí también tan te tiene todo tras tu un una uno y ya yo',
  abbreviations: [
    {
      ends: 'number',
      words: 'p',
      why: 'a page of a source; also a single letter',
      example: 'P. 55 del libro lo muestra.',
    },
    {
      ends: 'never',
      words: 'sr sra srta sres dr dra d dña da ud uds vd vds lic ing prof profa mr gral sto sta fr excmo',
      why: 'a title: a name follows',
      example: 'Sra. Molina vive en la torre.',
    },
    {
      ends: 'never',
      words:
        'p.ej ej aprox vid cf pág págs núm núms cap caps vol vols fig figs art arts a.c d.c tel avda av c.c',
      why: 'an explanation, a number or a name follows',
      example: 'Aprox. Dos mil barcos.',
    },
    {
      ends: 'capital',
      words: 'etc',
      why: 'the last member of a series: what follows with a capital letter is another sentence',
      example: 'Etc. y así.',
    },
    {
      ends: 'opener',
      words: 's.a s.l ee.uu ss.aa cía ene febr abr jul ago sept oct nov dic',
      why: 'may end a sentence, or occur inside one',
      example: 'Cía. Marítima del Norte.',
    },
  ],
  ordinals: [],
  openers:
    'el la los las un una unos unas él ella ellos ellas yo tú nosotros esto eso esta este estos estas ese esa y pero entonces luego después antes con sin para por en de si cuando como qué quién dónde cuándo cómo hoy ayer mañana aquí allí no sí hay es son',
  leaning: 'ello eso esto pero y entonces sin',
  adverbs: 'actualmente ahora',
  behindAdverbs: 'eso esto',
  joints: {
    clause: 'pero porque aunque sino pues',
    notClause: 'incluso-si incluso-cuando solo-si sólo-si así-que ya-que bueno-pues',
    links: 'y o cuando si así',
    subjects: 'yo nosotros tú él ella ellos ellas usted esto eso',
    dependent: 'que quien quienes donde cuando si como mientras y e o u ni pues',
    phrase: 'con sin para por en a al desde hasta entre sobre contra según durante',
    rest: 'y así sucesivamente|y demás|etc',
    bare: 'y bueno,? pues',
    series: 'y e o u',
    articles: 'un una muy',
    verbs: 'es son era eran fue fueron está están ha han había puede pueden debe va',
  },
  announcers: {
    opening:
      'veamos|echemos un vistazo|aquí están|aquí hay|aquí van|he aquí|estos son|estas son|los siguientes|las siguientes|por ejemplo|entre ellos|en resumen',
    closing: 'como sigue|los siguientes|las siguientes|siguiente|por ejemplo|en resumen|a continuación',
  },
  counts: 'dos tres cuatro cinco seis siete ocho nueve diez once doce varios varias algunos algunas',
  months: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  units:
    'horas hora días día semanas semana meses mes años año segundos minutos euros céntimos páginas veces metros kilómetros',
  numbered: 'capítulo página figura tabla parte sección número tomo paso línea artículo versión',
} as const satisfies Language;
