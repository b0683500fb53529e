import type { Language } from './language.ts';

/** Turkish. */
export const tr = {
  name: 'Turkish',
  stopWords:
    'bir ve bu da de için ile çok daha ne gibi ama o en kadar olan olarak var ki sonra ya değil ben sen biz siz onlar her mi mı mu mü şey veya göre bunu onun bana sana diye yok ise hem hiç şu bütün önce ancak tüm oldu üzerine',
  abbreviations: [
    {
      ends: 'never',
      words: 'dr prof doç yrd av sn öğr gör alb gen yzb hz müh',
      why: 'a title: a name follows',
      example: 'Doç. Yılmaz kulede oturuyor.',
    },
    {
      ends: 'never',
      words: 'örn bkz krş yak yy sf cad sok mah apt bul blv tel s.a',
      why: 'an explanation, an address or a number follows',
      example: 'Bkz. Tablo ve harita.',
    },
    {
      ends: 'capital',
      words: 'vb vs vd',
      why: 'the last member of a series: what follows with a capital letter is another sentence',
      example: 'Vb. ve benzeri.',
    },
    {
      ends: 'opener',
      words: 'vdl ltd şti a.ş m.ö m.s t.c',
      why: 'may end a sentence, or occur inside one',
      example: 'Şti. Müdürü de geldi.',
    },
    {
      ends: 'number',
      words: 'no s c sy p fig',
      why: 'also ordinary words or letters: abbreviations only before a number',
      example: 'No. 5 kapalı.',
    },
  ],
  ordinals: [
    {
      number: 'digits',
      why: 'a Turkish sentence ends with its verb, hardly ever with a bare number: the full stop makes it an ordinal',
      example: 'Dedem 1. Dünya Savaşı sırasında doğdu.',
    },
    {
      number: 'roman',
      why: 'the number of a ruler precedes the name',
      example: 'Köprüyü II. Mahmut yaptırdı.',
    },
  ],
  openers:
    'bu şu o bir ben sen biz siz onlar ve ama fakat ancak sonra daha şimdi bugün dün yarın burada orada ne neden nasıl kim çünkü eğer her hiç evet hayır böylece ardından',
  leaning: 'o bu şu bunlar onlar ama fakat ve ancak sonra çünkü böylece',
  adverbs: '',
  behindAdverbs: '',
  joints: {
    clause: 'ama fakat çünkü ancak oysa',
    notClause: '',
    links: 've veya',
    subjects: 'ben biz sen siz o onlar bu',
    dependent: 've veya ki eğer',
    phrase: 've veya',
    rest: 've benzeri|vb|vs',
    bare: '',
    series: 've veya',
    articles: 'bir çok',
    verbs: '',
  },
  announcers: {
    opening: 'işte|bunlar|şunlar|aşağıdaki|örneğin|kısaca|özetle',
    closing: 'şunlar|şunlardır|aşağıdadır|şöyle|örneğin|kısaca|özetle',
  },
  counts: 'iki üç dört beş altı yedi sekiz dokuz on birkaç bazı',
  months: 'Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık',
  units:
    'saat dakika saniye gün hafta ay yıl yaşında lira euro bin milyon milyar metre kilometre sayfa kişi kez',
  numbered: 'bölüm sayfa şekil tablo kısım cilt',
} as const satisfies Language;
