import type { Language } from './language.ts';

/** English. */
export const en = {
  name: 'English',
  stopWords:
    "a about above after again against all also am an and any are as at be because been before being below between both but by can could did didn't do does doesn't doing don't down during each even every few for from further get got had has have having he her here hers herself him himself his how i i'd i'll i'm i've if in into is isn't it it's its itself just like me more most much my myself no nor not now of off on once one only or other our ours out over own same she should so some such than that that's the their them then there there's these they they're this those through to too under until up upon us very was wasn't we we're we've were what when where which while who whom why will with without would you you're your yours",
  abbreviations: [
    {
      ends: 'never',
      words:
        'dr mr mrs ms mx mt st prof gen sen rep gov rev revd hon pres lt maj sgt capt cmdr col comdr cpl adm brig pfc pvt insp supt asst attn drs ens fr msgr messrs',
      why: 'a title: a name follows',
      example: 'Dr. Holt came late.',
    },
    {
      ends: 'never',
      words: 'lem thm def chap ch vol vols nr op pp p para paras',
      why: 'a numbered part: its number follows',
      example: 'Lem. A is the same as before.',
    },
    {
      ends: 'opener',
      words: 'eq eqs',
      why: 'an equation, whose number follows, or the name of a trait: `PartialEq or Eq. This helps.`',
      example: 'Eq. B is the same as before.',
    },
    {
      ends: 'never',
      words: 'approx ca cf e.g eg i.e ie viz vs v resp incl excl esp cp a.k.a w.r.t n° nº',
      why: 'an explanation or an example follows',
      example: 'Approx. Half of it went.',
    },
    {
      ends: 'number',
      words: 'no nos art tab ref refs fig figs ex sec prop sect app',
      why: 'also ordinary words: abbreviations only before a number',
      example: 'Fig. 5 shows it.',
    },
    {
      ends: 'capital',
      words: 'etc',
      why: 'the last member of a series: what follows with a capital letter is another sentence',
      example: 'Etc. and so on.',
    },
    {
      ends: 'opener',
      words:
        'al a.m am p.m pm co corp inc ltd llc bros dept univ est jr sr esq ph.d phd m.d b.a m.a m.sc b.sc d.c u.s u.k u.s.a u.n e.u ed eds trans',
      why: 'a firm, a degree or a time of day: a name may follow, or a new sentence',
      example: 'Inc. Magazine wrote about it.',
    },
    {
      ends: 'opener',
      words: 'ave blvd rd apt bldg ft oz lb lbs kg km cm mm min max hr hrs',
      why: 'an address or a measure: may end a sentence, or occur inside one',
      example: 'Blvd. Haussmann is wide.',
    },
    {
      ends: 'opener',
      words: 'jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun',
      why: 'a month or a day: its number or year follows, or a new sentence',
      example: 'Sept. Twelve is the day.',
    },
  ],
  ordinals: [],
  openers:
    "a additionally after all also although an and another any are as at because before besides both but despite did do does don’t don't during each either even every finally first for fortunately from furthermore given have he her here his how however i if in instead is it its let many maybe meanwhile moreover most my neither next no not note now of on once one only or otherwise our perhaps please second see she similarly since so some still such that the their then there therefore these they this those though thus to today unfortunately unless until we were what when whenever where whether which while who why will with within without would yes yesterday yet you your",
  leaning:
    "it its it's this that these those they them their he him his she her hers so but and or nor yet then thus hence therefore however instead otherwise also still both neither such which moreover besides nevertheless anyway similarly likewise conversely consequently accordingly nonetheless",
  adverbs:
    'currently now sometimes often usually normally generally typically today unfortunately luckily sadly fortunately surprisingly interestingly here again later soon basically essentially obviously clearly apparently actually eventually finally ultimately perhaps maybe hopefully previously initially once',
  behindAdverbs: 'that this those these they',
  joints: {
    clause: 'but because although though whereas unless whilst',
    notClause:
      'all-while a-while nothing-but all-but anything-but everything-but none-but cannot-but even-though because-of even-if even-when even-as even-where only-if only-when only-because just-because just-as just-when partly-because simply-because mainly-because mostly-because largely-because precisely-because especially-if especially-when especially-as especially-because particularly-when time-when times-when day-when days-when moment-when moments-when case-when cases-when case-where cases-where point-where place-where places-where situation-where situations-where situation-when least-because both-because not-because not-if not-as well-as much-as many-as long-as soon-as far-as same-as',
    links: 'and so or while when if since as where even',
    subjects: 'i we you he she they it there this these those nobody everyone if when though then',
    dependent:
      'which who whose whom where when if while as since that so and or nor then than before after once whether until given despite except',
    phrase:
      'to by with without for from in on at into onto through throughout during about against between among over under using including via within across towards instead rather namely i we he she they',
    rest: 'and so on|and so forth|and the like|and more(?! \\p{L})|etc',
    bare: '(?:while|when)(?: also| still| \\p{Ll}+ly)? \\p{Ll}{2,}ing',
    series: 'and or',
    articles: 'a an very quite really',
    verbs:
      'is isn are aren was wasn were weren has hasn have haven had will won would can cannot could should must may might does doesn did didn',
  },
  announcers: {
    opening:
      "(?:but |so |now |and )?let['’]s (?:still |now |just |quickly )?(?:(?:take|have) an? (?:\\p{L}{1,10} )?look at|look at|go (?:through|over)|walk through|run through|see (?:some|a few))|here are|here is|here’s|here's|these are|the following|below are|below is|for example|for instance|among them|in short|in no particular order|namely|some of them|a few of them",
    closing:
      'as follows|the following|are these|is this|are below|listed below|shown below|for example|for instance|in short|in no particular order|these|this one|see|see also|namely|such as|including|refer to|the (?:\\p{L}{1,12} )?below|the ones? (?:shown |given )?here',
  },
  counts: 'two three four five six seven eight nine ten eleven twelve several some few couple',
  months:
    'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec',
  units:
    'hour hours minute minutes second seconds sec secs min mins hr hrs day days week weeks month months year years am pm a.m p.m tokens token params parameters layers percent dollars euros cents thousand million millions billion billions trillion people users posts pages lines files books papers times miles feet',
  numbered:
    'figure table section chapter part step page line item rule row column version appendix equation theorem lemma note volume issue episode season day week level layer phase round lesson exercise question answer example',
} as const satisfies Language;
