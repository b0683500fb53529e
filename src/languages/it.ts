import type { Language } from './language.ts';

/** Italian. */
export const it = {
  name: 'Italian',
  stopWords:
    "a ad ai al alla alle allo anche ancora aveva c'è che chi ci ciò con cosa così cui da dagli dai dal dalla dalle degli dei del dell' della delle dello di dopo dove e è ed era erano essere fra fino già gli ha hanno ho i il in io l' la le lei li lo loro lui ma mi mia mio molto ne negli nei nel nella nelle no noi non nostra nostro o ogni oppure per perché però più poi può qual quale quando quella quelle quelli quello questa queste questi questo qui quindi se sei senza si sia siamo solo sono sta stata stato su sua sue sugli sui sul sulla sulle suo te ti tra tu tutti tutto un una uno vi voi",
  abbreviations: [
    {
      ends: 'number',
      words: 'p n v par art artt sez all',
      why: 'a page, a number, a verse or a paragraph; also letters and ordinary words',
      example: 'P. 55 del libro lo mostra.',
    },
    {
      ends: 'never',
      words:
        'sig sigg sig.ra sig.na dott dott.ssa dr dr.ssa prof prof.ssa ing avv arch geom rag gen col magg s ss cav comm mons mr mrs ms st',
      why: 'a title: a name follows',
      example: 'Dott. Moretti abita nella torre.',
    },
    {
      ends: 'never',
      words:
        'es p.es ad.es per.es cfr cf vd vs pag pagg pp num nn cap capp vol voll fig figg tab ca tel op trad v.le p.zza c.so l.go',
      why: 'an explanation, a number or a name follows',
      example: 'P. es. Genova e Bari.',
    },
    {
      ends: 'capital',
      words: 'ecc etc eccetera',
      why: 'the last member of a series: what follows with a capital letter is another sentence',
      example: 'Ecc. e così via.',
    },
    {
      ends: 'opener',
      words: 's.p.a s.r.l spa srl snc inc ltd corp co jr cit a.c d.c sec min max genn febb lug ott nov dic',
      why: 'may end a sentence, or occur inside one',
      example: 'Srl. Marittima del Nord.',
    },
  ],
  ordinals: [],
  openers:
    'il lo la i gli le l un uno una egli lui lei loro io tu noi voi mi ti ci vi questo questa questi queste quello quella ciò e ma però allora poi dopo prima con senza per da in di del della dei delle nel nella al alla a se quando come che chi dove perché quanto quale oggi ieri domani adesso ora qui lì non no sì è sono c anche così quindi infine inoltre infatti si su tra fra tutto tutti ogni',
  leaning:
    'questo questa questi queste egli lui lei loro essi esse ciò e ma però quindi allora anche perciò tuttavia infatti inoltre',
  adverbs: 'attualmente purtroppo spesso',
  behindAdverbs: 'questo questa ciò',
  joints: {
    clause: 'ma però perché poiché sebbene benché tuttavia',
    notClause:
      'anche-se solo-se anche-quando solo-quando proprio-perché soprattutto-perché soprattutto-se dopo-che prima-che fin-quando fino-quando nient-ma',
    links: 'e o quando se mentre',
    subjects: 'io noi tu voi lui lei loro egli essi questo ciò',
    dependent: 'che chi dove quando se come mentre cui e ed o oppure né quindi così finché affinché',
    phrase:
      'con senza per da in nel nella nei nelle a al alla ai alle dal dalla tra fra su sul sulla verso durante dopo prima',
    rest: 'e così via|e via dicendo|e simili|e altr[oiae](?! \\p{L})|eccetera|ecc|etc',
    bare: '',
    series: 'e ed o od oppure',
    articles: 'un uno una molto',
    verbs:
      'è sono era erano fu furono sarà sarebbe ha hanno aveva avevano può possono poteva deve devono va viene',
  },
  announcers: {
    opening:
      'ecco|questi sono|queste sono|i seguenti|le seguenti|di seguito|qui sotto|per esempio|ad esempio|tra questi|tra queste|in breve|in sintesi',
    closing:
      'come segue|i seguenti|le seguenti|seguenti|il seguente|la seguente|di seguito|qui sotto|sono questi|sono queste|per esempio|ad esempio|in breve|in sintesi|ovvero|vale a dire',
  },
  counts: 'tre quattro cinque sette otto nove dieci dodici alcuni alcune vari parecchi parecchie',
  months: 'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  units:
    'ore ora giorni giorno settimane settimana mesi mese anni anno minuti minuto secondi secondo euro centesimi mila milione milioni miliardo miliardi pagine righe volte persone metri chilometri',
  numbered:
    'capitolo pagina figura tabella parte sezione numero volume passo passaggio riga articolo versione',
} as const satisfies Language;
