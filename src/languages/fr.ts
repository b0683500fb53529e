import type { Language } from './language.ts';

/** French. */
export const fr = {
  name: 'French',
  stopWords:
    "au aux avec ce ces cela cette comme dans de des donc du elle elles en est et eu il ils je la le les leur lui ma mais me même mes moi mon ne nos notre nous on ont ou où par pas plus pour qu que qui sa sans se ses si son sont sur ta te tu un une vous y à été être c'est j'ai",
  abbreviations: [
    {
      ends: 'number',
      words: 'p fig',
      why: 'a page or a figure of a source; also ordinary words',
      example: 'P. 55 du livre le montre.',
    },
    {
      ends: 'never',
      words: 'm mr mm mme mmes mlle mlles me mgr dr pr st ste vve',
      why: 'a title: a name follows',
      example: 'Mme. Roux habite la tour.',
    },
    {
      ends: 'never',
      words: 'cf env ex p.ex c.-à-d c.à.d av apr av.j.-c j.-c éd coll chap vol fasc pp n° tél bd',
      why: 'an explanation, a number or a name follows',
      example: 'Env. Deux mille bateaux.',
    },
    {
      ends: 'capital',
      words: 'etc',
      why: 'the last member of a series: what follows with a capital letter is another sentence',
      example: 'Etc. et ainsi de suite.',
    },
    {
      ends: 'opener',
      words: 'janv févr avr juil sept oct nov déc sté cie',
      why: 'may end a sentence, or occur inside one',
      example: 'Cie. Maritime du Nord.',
    },
  ],
  ordinals: [],
  openers:
    "le la les l un une des il elle ils elles on nous vous je j ce c ces cette cet cela ça et mais donc alors puis ensuite enfin après avant avec sans pour dans sur en à au aux si quand comme quel quelle que qui où pourquoi aujourd'hui hier demain ici là",
  leaning: 'il elle ils elles cela ça ce ces mais et donc alors pourtant',
  adverbs: 'actuellement parfois souvent malheureusement heureusement ensuite finalement',
  behindAdverbs: 'cela ça ils elles',
  joints: {
    clause: 'mais car puisque parce quoique',
    notClause: 'même-si surtout-si surtout-quand sauf-si parce-que',
    links: 'et ou donc quand si',
    subjects: 'je j nous tu vous il elle on ils elles ce c cela',
    dependent: 'qui que où quand si dont lorsque comme et ou donc ni alors puis',
    phrase: 'à avec sans pour par dans sur sous entre vers chez en depuis pendant avant après',
    rest: 'et ainsi de suite|et autres|etc',
    bare: 'tout en \\p{Ll}{2,}ant',
    series: 'et ou',
    articles: 'un une très',
    verbs: 'est sont était étaient sera a ont avait avaient peut peuvent doit doivent fait va',
  },
  announcers: {
    opening: 'voyons|regardons|voici|voilà|ce sont|les suivants|par exemple|parmi eux|en bref|ci-dessous',
    closing: 'comme suit|suivants|suivantes|suivant|par exemple|en bref|que voici|ci-dessous',
  },
  counts: 'deux trois quatre cinq sept huit neuf dix onze douze plusieurs quelques',
  months: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  units:
    'heures heure jours jour semaines semaine mois an ans années secondes minutes euros centimes pages fois mètres kilomètres',
  numbered: 'chapitre page figure tableau partie section numéro tome étape ligne article',
} as const satisfies Language;
