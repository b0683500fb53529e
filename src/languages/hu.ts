import type { Language } from './language.ts';

/** Hungarian. */
export const hu = {
  name: 'Hungarian',
  stopWords:
    'a az egy és hogy nem is de ha meg már csak mint ez azt ezt ezek azok volt van vagy el ki be fel le még minden lesz lehet kell majd mert aki ami amely ahol amikor itt ott most sem se én te ő mi ti ők nekem neki között alatt után szerint során nagy több mely sok',
  abbreviations: [
    {
      ends: 'number',
      words: 'p fig',
      why: 'a page or a figure of a source; also ordinary words',
      example: 'P. 55 mutatja.',
    },
    {
      ends: 'never',
      words: 'dr ifj id özv gr br szt prof dk',
      why: 'a title: a name follows',
      example: 'Özv. Kovács a toronyban lakik.',
    },
    {
      ends: 'never',
      words: 'pl ún kb ill vö ld tkp i.e i.sz kr.e kr.u sz fej köt old o ford szerk tel',
      why: 'an explanation, an example or a number follows',
      example: 'Pl. Budapest és Győr.',
    },
    {
      ends: 'capital',
      words: 'stb',
      why: 'the last member of a series: what follows with a capital letter is another sentence',
      example: 'Stb. és így tovább.',
    },
    {
      ends: 'opener',
      words: 's.k u kft rt zrt nyrt bt jan febr márc ápr máj jún júl aug szept okt nov dec krt',
      why: 'may end a sentence, or occur inside one',
      example: 'Kft. Igazgatója is eljött.',
    },
  ],
  ordinals: [
    {
      number: 'digits',
      after: 'a az egy',
      why: 'an article announces a noun, and its number is an ordinal',
      example: 'Ez volt az 1. Magyar Hadsereg hajója.',
    },
    {
      number: 'digits',
      before:
        'század kerület emelet osztály fejezet kiadás évforduló születésnap helyezett hely nap hét forduló világháború dandár hadosztály gyalogezred',
      why: 'these nouns are counted in ordinals',
      example: 'Budapest 8. Kerület határán van.',
    },
    {
      number: 'roman',
      why: 'the number of a ruler, a century or a district: its full stop is inside the name',
      example: 'Itt lakott II. Rákóczi Ferenc udvara.',
    },
  ],
  openers:
    'a az egy ez azt ezt ő ők én mi de és ha mert majd aztán azután ezután most ma tegnap holnap itt ott nem igen miért mikor hol ki mit hogyan csak már még utána később',
  leaning: 'ez azt ezt ő ők de és ezért tehát azonban mégis aztán',
  adverbs: '',
  behindAdverbs: '',
  joints: {
    clause: 'de mert hanem azonban viszont',
    notClause: '',
    links: 'és vagy ha amikor',
    subjects: 'én mi te ő ők ez az',
    dependent: 'hogy ami amely amelyek aki akik ahol amikor ha mint és vagy illetve',
    phrase: 'és vagy mint',
    rest: 'és így tovább|stb',
    bare: '',
    series: 'és vagy',
    articles: 'egy nagyon',
    verbs: 'van volt lesz',
  },
  announcers: {
    opening: 'íme|itt vannak|ezek azok|a következők|például|röviden|többek között',
    closing: 'a következők|következő|például|röviden|az alábbi|az alábbiak',
  },
  counts: 'két kettő három négy öt hat hét nyolc kilenc tíz néhány több',
  months: 'január február március április május június július augusztus szeptember október november december',
  units:
    'óra perc másodperc nap hét hónap év éves forint euró százalék ezer millió milliárd méter kilométer oldal fő',
  numbered: 'fejezet oldal ábra táblázat rész kötet szám',
} as const satisfies Language;
