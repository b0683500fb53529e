import type { WordList } from './language.ts';
import type { LanguageCode } from './languages.ts';

/** A language without rules, whose texts would be taken for those of a language with rules. */
type Neighbour = {
  readonly name: string;
  /** The commonest function words; a word shared with a supported language counts for both by its share. */
  readonly stopWords: WordList;
  /** Whose rules harm its texts least. */
  readonly readAs: LanguageCode;
  readonly why: string;
  /** Texts in it. */
  readonly examples: readonly string[];
};

/** The neighbours of the languages with rules. */
export const NEIGHBOURS: readonly Neighbour[] = [
  {
    name: 'Ukrainian',
    stopWords:
      'і й та на не в у з із зі за до по про що як це цей ця ці від для або але чи ви ми він вона вони його її їх був була було були бути є якщо коли де так також тільки вже ще все який яка які яке цього цьому цій можна може треба тому при після між під над щоб більше дуже себе мене мені нас вас їм тут там',
    readAs: 'en',
    why: 'it shares prepositions with Russian, and hardly any other function word',
    examples: [
      'Лампа стоїть у вежі, і вона горить, але не вночі.',
      'Це стаття про те, як ми чекали на човни.',
    ],
  },
  {
    name: 'Bulgarian',
    stopWords:
      'и на не в с със за до по от че как това този тази тези да се си са е съм сме сте беше бяха ще би но или ако когато където така също само вече още все той тя те то него нея тях му ѝ им ни ви го я ги който която които което може трябва при след между под над много повече аз ние вие към през без има няма тук там',
    readAs: 'en',
    why: 'it shares prepositions with Russian, and hardly any other function word',
    examples: [
      'Лампата е в кулата и тя гори, но не и през нощта.',
      'Това е новата версия, която ще бъде пусната през май.',
    ],
  },
  {
    name: 'Serbian and Macedonian',
    stopWords:
      'и у на не се да је су за од са до по ће што који која које како али или ако када где ово овај ова нема има смо сте био била били може нису није во со дека е сум сме ќе кој кои овој оваа тоа кога каде но беше',
    readAs: 'en',
    why: 'they share prepositions with Russian, and hardly any other function word',
    examples: ['Лампа је у кули и гори, али не ноћу.', 'Ова е нова верзија што ќе излезе во мај.'],
  },
  {
    name: 'Belarusian',
    stopWords:
      'і й у ў на не з са за да па пра што як гэта гэты гэтая ад для або але ці вы мы ён яна яны яго яе іх быў была было былі ёсць калі дзе так таксама толькі ужо яшчэ які якая якія можна трэба пасля каб вельмі',
    readAs: 'en',
    why: 'it shares prepositions with Russian, and hardly any other function word',
    examples: ['Лямпа стаіць у вежы, і яна гарыць, але не ноччу.'],
  },
  {
    name: 'Galician',
    stopWords:
      'o a os as un unha uns unhas de do da dos das en no na nos nas e é que non para por con se máis como ao á aos ás pero ou xa ten eu el ela eles isto iso este esta ese esa foi son hai moi tamén cando onde sobre ata entre polo pola seu súa seus súas',
    readAs: 'es',
    why: 'it stands between Portuguese and Spanish',
    examples: ['A lámpada está na torre, pero non arde pola noite, que xa é moi vella.'],
  },
  {
    name: 'Catalan',
    stopWords:
      "el la els les un una uns unes de del dels al als en i o és que no per amb es més com a però si ja té jo ell ella això aquest aquesta aquests aquestes va són hi ha molt també quan on sobre fins entre pel seu seva seus seves perquè des d' l' ho",
    readAs: 'es',
    why: 'it shares articles with Spanish, French and Italian',
    examples: ['La làmpada és a la torre, però no crema de nit perquè ja és molt vella.'],
  },
];
