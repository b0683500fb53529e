import { opening, type PhraseRule, words } from './phrases.ts';

/** Titles of posts that announce a release, a launch or an update. */
export const RELEASE_TITLES: readonly PhraseRule[] = [
  {
    pattern:
      /^(?:(?!(?:in|with|on|from|to|using|by|and|about|under|part|a|an|my|your|how|why)\s)[\p{L}\p{N}@/&'’._+!:-]+ ){1,5}v?\d+(?:\.\d+)+[\p{L}\d.-]*(?: (?:release|beta|alpha|rc|preview|lts|final|stable|highlights?|(?:alpha|beta|rc|milestone)[ .-]?\d+))?$/iu,
    why: 'it is a name and its version',
    examples: ['Lamp 2.1', 'Lamp for Boats v2.1.0-rc1', 'Lamp Update - v8.7.0', 'Lamp 2.1 Beta'],
    not: ['Lamps', 'A lamp of 2 wicks', 'What we learned when we moved all of our lamps to Lamp 2.1'],
  },
  {
    pattern: /^v?\d+(?:\.\d+)+(?:[.-]?(?:rc|alpha|beta|m)[.-]?\d*)?(?:$|[:,] | [–—-] )/iu,
    why: 'it is a version and what there is to say about it',
    examples: ['2.1', '2.1.0-RC1: Light Early', 'v2.1 – a lid'],
    not: ['2.1 million lamps', '12: lamps of the year'],
  },
  {
    pattern: words(
      `(?:has been |have been |is |are |was )?(?:released|launched)|(?:is|are) (?:now |finally )*(?:out|here|available|live)|(?:now|generally) available|release (?:notes|announcement|candidate)|(?:security|maintenance|bug-?fix|patch|stable|point|minor|major|preview|beta|alpha|first|new) (?:releases?|versions?)|release v?\\d+[\\d.]*|hot-?fix|change ?log
|erschienen|veröffentlicht|verfügbar|neue version|est (?:sortie?|disponible)|nouvelle version|ya (?:está )?disponible|lanzamiento|nueva versión|(?:foi )?lançad[oa]|lançamento|já disponível|nova versão|rilasciat[oa]|disponibile|nuova versione|вышел|вышла|вышло|релиз|новая версия`,
    ),
    why: 'it says that something is out',
    examples: [
      'Lamp 2.1 has been released',
      'The lamp is finally out',
      'Lids are now available',
      'Lamp Security Release',
      'Lamp Release 12',
      'Lampe 2.1 veröffentlicht',
      'Lampe est sortie',
      'Lanzamiento de la lámpara',
      'Lâmpada lançada',
      'Lampada rilasciata',
      'Вышел фонарь',
    ],
    not: ['How to release a bird', 'The launch of a boat', 'Out of oil'],
  },
  {
    pattern: opening(
      "what[’']s (?:new|coming)|new in|neu in|neuerungen|nouveautés|novedades|novidades|novità",
    ),
    why: 'it announces something',
    examples: ['What’s new in Lamp', 'New in Lamp', 'Novedades de la lámpara'],
    not: ['Announcing an election', 'New lamps of old makers'],
  },
  {
    pattern: /リリース|公開しました|新機能|(?:发布|發布)(?:了|啦)?[!！。]?$|更新日志|新版本|を公開/u,
    why: 'it says that something is out',
    examples: ['ランプ 2.1 をリリースしました', '新機能のご紹介', '灯 2.1 发布'],
    not: ['ランプの作り方', '灯的故事', '灯的发布流程'],
  },
];

/** Titles of posts that report on a week or a month. */
export const REPORTS: readonly PhraseRule[] = [
  {
    pattern:
      /(?:^|\s)updates?(?:[:,]? (?:for|from|of|to|on) .{1,40}| [#\d(].{0,20}|: .{1,60}| [–—-] .{1,60})?$/iu,
    why: 'it is an update',
    examples: ['Website update', 'Lamp Update #3', 'Lamp Updates: a lid and more', 'Updates for June'],
    not: ['Updated lamps', 'Update your lamps at home'],
  },
  {
    pattern: words(
      `(?:this|last) (?:week|month|quarter|year) (?:in|on|at)|newsletter|progress report|status (?:update|report)|(?:weekly|monthly|quarterly|development|dev|project|community|release|security) (?:updates?|reports?|news|summary|status)`,
    ),
    why: 'it reports on a week or a month',
    examples: ['This Week In Lamps 98', 'March Newsletter', 'Lamp Progress Report', 'Monthly Update: June'],
    not: ['A week without lamps', 'The news of the harbour'],
  },
];

/** Titles of reports in which each part tells of something else, and often of what others did. */
export const OF_MANY: PhraseRule = {
  pattern: words(
    '(?:this|last) (?:week|month|quarter|year) (?:in|on|at)|(?:weekly|monthly) news|newsletter|news letter|digest|issue',
  ),
  why: 'a sentence of one part says nothing of the others',
  examples: ['This Week in Lamps 98', 'Lamp Weekly News, Issue 12', 'March Newsletter'],
  not: ['Lamp Progress Report', 'Lamp 2.1'],
};

/** Sentences that say that something is out or here; one of the first makes a post with a number in its title an announcement. */
export const RELEASING: readonly PhraseRule[] = [
  {
    pattern: words(
      `(?:announc(?:e|es|ed|ing)|releas(?:e|ed|ing)|launch(?:ed|ing)?|publish(?:ed|ing)?|ship(?:ped|ping)?|unveil(?:ed|ing)?|pushed out)(?: \\p{L}+){0,3}? (?:the |our |an? )?(?:(?:\\p{L}|-)+ ){0,3}?(?:releases?|versions?|updates?|v?\\d+\\.\\d+[\\d.]*)|(?:the|this|a|an|our) (?:(?:new|latest|next|first|second|third|final|major|minor|stable|upcoming|maintenance|patch|point|security|bug-?fix|small|big) )*(?:release|version|update)(?: (?:is|has|of|contains|includes|adds|brings|fixes|candidate|notes|features|introduces|comes with|focuses))|v?\\d+(?:\\.\\d+)+\\S* (?:is|has been|was) (?:now |finally |just |officially )*(?:out|here|available|live|released|published)|release notes|(?:launch|releas|introduc|present|open-?sourc|publish|announc)(?:e|es|ed|ing)(?: \\p{L}+){0,4} (?:package|plugin|library|framework|app|tool|toolkit|website|platform|extension|theme|compiler|beta|alpha|preview)s?
|(?:wurde|ist) (?:veröffentlicht|erschienen)|neue version|nouvelle version|nueva versión|nova versão|nuova versione|новая версия|релиз`,
    ),
    why: 'it says that something is out',
    examples: [
      'We are happy to announce the first release of Lamp.',
      'We just pushed out a new release of Lamp.',
      'This release contains a lid.',
      'Lamp 2.1 is now available.',
      'Here are the release notes of Lamp.',
      'Today we are launching a new package.',
      'Die neue Version ist da.',
    ],
    not: ['The lamp was released from its hook.', 'We announce a talk.'],
  },
  {
    pattern: /リリース(?:しました|され|です)|公開しました|正式发布|发布了|新版本/u,
    why: 'it says that something is out',
    examples: ['ランプ 2.1 をリリースしました。', '灯 2.1 正式发布。'],
    not: ['ランプは明るい。'],
  },
];
