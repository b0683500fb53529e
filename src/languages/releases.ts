import { opening, type PhraseRule, words } from './phrases.ts';

/** Lines and headings above a list of changes. */
export const CHANGES: readonly PhraseRule[] = [
  {
    pattern: words(
      `what[’']?s (?:new|in(?: it)?|changed|been (?:added|fixed|changed))|(?:the )?(?:release )?highlights?|(?:new |key |main |major |notable |noteworthy |important |breaking |noticeable |significant |biggest )*(?:changes?|features?|additions?|improvements?|enhancements?|fixes|bug ?fixes|updates?|news|novelties)|change ?log|fixed|added|(?:version|release|update|plugin|it|which) (?:includ(?:es?|ing)|contain(?:s|ing)?|adds?|brings?|fixes|features|incorporates|comes with|introduces)|topics|new stuff|in this (?:release|version|update)
|neuerungen|was ist neu|neu(?:e funktionen)?|änderungen|verbesserungen|fehlerbehebungen|nouveautés|changements|corrections|améliorations|novedades|cambios|mejoras|correcciones|novidades|mudanças|melhorias|correções|novità|modifiche|miglioramenti|correzioni|что нового|изменения|исправления|нововведения`,
    ),
    why: 'the changes are below it',
    examples: [
      'Changes include:',
      'This version includes:',
      'This is a minor release containing the following:',
      'Some of the highlights include:',
      'Noticeable improvements since 0.5.2:',
      'The covered topics were:',
      'Notable additions',
      'Bugfixes:',
      'Neuerungen',
      'Nouveautés :',
      'Novedades:',
      'Novidades',
      'Novità',
      'Изменения:',
    ],
    not: ['Downloads:', 'To install:', 'Thanks to:'],
  },
  {
    pattern: /変更(?:点|内容)|新機能|更新内容|主な(?:変更|機能|更新)|改善|修正|新特性|新增|修复|改进|变更/u,
    why: 'the changes are below it',
    examples: ['主な変更点', '新機能：', '更新内容', '新特性：'],
    not: ['ダウンロード', '下载'],
  },
];

/** Lists of changes that tell what no longer works: others come first. */
export const BREAKING: PhraseRule = {
  pattern: words('breaking|deprecat(?:ed|ions?)|removals?|removed|known issues'),
  why: 'what no longer works is not what is new',
  examples: ['Breaking changes', 'Deprecations'],
  not: ['Changes'],
};

/** What a list is called below which the lesser changes are: others come first. */
export const LESSER: PhraseRule = {
  pattern: /^(?:other|some other|miscellaneous|misc|minor|further|additional|smaller|and)(?!\p{L})/iu,
  why: 'the main changes are elsewhere',
  examples: ['Other changes:', 'Miscellaneous improvements'],
  not: ['Changes', 'The other lid'],
};

/** Items for those who make a release, not for its users. */
export const INTERNAL: PhraseRule = {
  pattern: /^\(?(?:chore|ci|docs?|build|tests?|style|refactor)(?:\)?:|\([^()]*\):?|\))\s/iu,
  why: 'users of a release see nothing of it',
  examples: ['chore: update the list', 'ci(travis): a new badge', '(docs): Add a page', 'chore(npm) mend it'],
  not: ['fix: a leak', 'Build lids faster'],
};

/** Headings of parts of an announcement that hold no news, and lines above lists of that kind. */
export const NO_CHANGES: readonly PhraseRule[] = [
  {
    pattern: words(
      `downloads?|upgrad(?:e|ing)|install(?:ing|ation)?|how to (?:get|install|upgrade|update|try|help|use)|where to get|get(?:ting)? (?:it|started|involved|the)|contribut(?:ors?|ing|ions?)|thank(?:s| you)|thanking|acknowledge?ments?|credits?|about|security policy|sponsors?|sponsoring|sponsorship|checksums?|(?:release )?(?:schedule|calendar)|migrat(?:e|ing|ion)|support(?: us)?|donat(?:e|ions?|ing)|feedback|questions|links?|resources|references|further reading|learn more|more information|documentation|docs|what[’']?s next|next steps|future|roadmap|looking (?:ahead|forward)|background|motivation|introduction|overview|outline|summary|conclusion|table of contents|contents|known issues|limitations|requirements|system requirements|compatibility|updating|try it|join us|community call|(?:new )?(?:team )?members?|meeting|jobs?|hiring|community|ecosystem|talks?|adoption|events?|previous(?:ly)?|older|history|packages|verif(?:y|ying|ication)|license|license change|faq|notes?|announcements?|call for|get help|prologue|epilogue|hello|welcome|authors?|committers?|new contributors|changelogs?
|herunterladen|danke?|mitwirkende|téléchargements?|télécharger|remerciements|merci|descargas?|descargar|instalación|gracias|agradecimientos|instalação|obrigad[oa]|agradecimentos|scaricare|installazione|ringraziamenti|grazie|скачать|установка|спасибо|благодарности`,
    ),
    why: 'it says how to get the release, or who made it',
    examples: [
      'Downloads',
      'How to upgrade',
      'Installation',
      'Where to get it',
      'Contributors',
      'Thanks',
      'About Lamp',
      'Checksums',
      'Danke',
      'Remerciements',
      'Gracias',
    ],
    not: ['A new lid', 'Faster wicks'],
  },
  {
    pattern: /ダウンロード|インストール|謝辞|おわりに|はじめに|まとめ|下载|安装|升级|致谢|关于|前言|总结/u,
    why: 'it says how to get the release, or who made it',
    examples: ['ダウンロード', '謝辞', '下载', '致谢'],
    not: ['新しい蓋', '新的盖子'],
  },
];

/** Sentences that stand in each announcement of a project. */
export const TEMPLATE: PhraseRule = {
  pattern:
    /^(?:downloads? (?:is|are|links?)|thank(?:s| you)|many thanks|(?:we|\p{Lu}[\p{L}-]+) releases? (?:regularly|every|each|often)|there['’]s a new release every|here are the (?:release notes|highlights)|installation instructions|as always|as usual|see the|for (?:more|further) (?:information|details)|for the (?:full|complete)|read (?:the|on|more)|you can (?:find|read|see|download|get)|(?:this|the) (?:release|version) (?:is|was) (?:also )?made (?:by|in conjunction)|please (?:see|read|report|check))(?!\p{L})/iu,
  why: 'it stands in each announcement',
  examples: [
    'Downloads are available as usual.',
    'We release regularly.',
    'Here are the release notes from version 12.',
    'This release is made by Ada in conjunction with the lid.',
    'Thanks to all.',
  ],
  not: ['I have read the release notes of the lamp.', 'This release is made of tin.'],
};

/** Sentences of an announcement that stand in each of them, or say where the release is. */
export const BOILERPLATE: readonly PhraseRule[] = [
  TEMPLATE,
  {
    pattern: words(
      `downloads? (?:is|are|links?|page|bundles?)|(?:can|may) (?:be )?(?:now )?(?:download|install|upgrade|update|get it|grab|find|found|obtained|viewed|read|see|check|try)(?:ed)?|(?:available|found|published) (?:for download|on (?:npm|PyPI|CRAN|GitHub|Maven|crates|Hackage|the)|from (?:the|npm|PyPI|CRAN|GitHub|our)|at|via|here|in the usual|through|as (?:a )?(?:source|zip|tar))|(?:to|you) (?:upgrade|update|install) (?:to|it|from|via|with|using|by|run|your)|release notes|release announcement|change ?log|full (?:list|details|notes)|complete list|(?:thank|thanks|thanking|grateful|gratitude|kudos|shout-?out|congratulations)|feedback|(?:file|open|report) (?:an? |any )?(?:issues?|bugs?|problems)|(?:we|\\p{Lu}[\\p{L}-]+) releases? (?:regularly|every|each|often)|new release every|made (?:by|possible|in conjunction)|in conjunction with|let us know|join (?:us|the|our)|follow us|subscribe|sponsor(?:s|ed|ing)?|donat(?:e|ions?)|stay tuned|read (?:on|more|the)|see the|check out|for more (?:information|details)|more information|learn more|details (?:about|on|of)|previous posts?|relevant (?:commits|PRs)|without further ado|the following|as (?:always|usual)|happy (?:hacking|coding)|enjoy
|herunterladen|danke|télécharg\\p{L}+|merci|descarg\\p{L}+|gracias|baixar|obrigad[oa]|scaric\\p{L}+|grazie|скачать|спасибо`,
    ),
    why: 'it says where the release is, or who made it',
    examples: [
      'Downloads are available as usual.',
      'You can download it now.',
      'To upgrade to it, run the command.',
      'It is available on npm.',
      'Thanks as always to the keepers of the harbour.',
      'See the release notes.',
      'We release regularly.',
      'This release is made by Ada in conjunction with the lid.',
      'Danke an alle.',
      'Merci à tous.',
    ],
    not: ['This release adds a lid.', 'The wick is now of cotton.'],
  },
  {
    pattern: /ダウンロード|ありがとう|感謝|下载|感谢/u,
    why: 'it says where the release is, or who made it',
    examples: ['ダウンロードはこちら。', '感谢大家。'],
    not: ['蓋を追加しました。', '新增盖子。'],
  },
];

/** Sentences that say what is new, whatever else they announce. */
export const ADDING: readonly PhraseRule[] = [
  {
    pattern: words(
      `(?:changes|highlights|features|improvements|news)(?: (?:\\S+ ){0,6}?(?:are|include))(?= (?!(?:the following|below|listed|available|described)\\b))|(?:release|version|update)s? (?:\\p{L}+ )?focus(?:es|ed)? on|(?:release|version|v?\\d+(?:\\.\\d+)+),? (?:which|that|with) (?!(?:is|was|are|the|a|your|our|this)\\b)\\p{L}{3,}|new (?:\\p{L}+ ){0,2}(?:packages?|plugins?|librar(?:y|ies)|frameworks?|tools?|apps?|websites?|sites?|themes?|extensions?)|first (?:public |official |stable |ever )*(?:release|version) of|adds?|added|introduc(?:es|ed|ing)|fix(?:es|ed)|improv(?:es|ed)|support(?:s|ed)? (?:for|of|the|multiple|new|\\p{Lu})|supports|replac(?:es|ed)|remov(?:es|ed)|drop(?:s|ped)|deprecat(?:es|ed)|faster|speed-?ups?|rewritten|rewrote|redesign(?:s|ed)|overhaul(?:ed|s)?|(?:re)?implement(?:s|ed)|bump(?:s|ed)?|no longer|(?:release|version|update|also|now) (?:\\p{L}+ )?(?:allows?|enables?|lets|requires?|supports?)|ships? with|shipped with|resolved|addresses|reverts?|reverted|security (?:fix|hole|issue|update|vulnerability|related)\\p{L}*|vulnerabilit(?:y|ies)|CVE-\\d+-\\d+|optimi[sz](?:es|ed)|simplif(?:ies|ied)|migrat(?:es|ed)|reduces|reduced|increas(?:es|ed)|moved to|switched to|has changed|have changed|changes the|extend(?:s|ed)|expand(?:s|ed)|(?:has|have) become|(?:as of|since|starting (?:with|from)|with|in) (?:version |release )?(?:v\\d|\\d+\\.\\d)[\\d.]*,|now (?:\\p{L}+ly )?(?:exports|provides|generates|respects|handles|prints|reads|writes|keeps|checks|detects|displays|offers|takes|gets|loads|sends|stores|renders|prompts?)|has been (?:updated|changed|added|made|moved|renamed|upgraded|raised|refactored|extended)|have been (?:updated|changed|added|made|moved|renamed|upgraded|raised|refactored|extended)|updated to|upgraded to|landed|can now|is now|are now|now (?:has|have|uses?|works?|shows?|runs?|builds?|lets|also|comes|returns?|accepts?|includes?|requires?|possible)
|behebt|behoben|hinzugefügt|verbessert|unterstützt|ermöglicht|corrige|corrigé\\p{L}*|ajoute|ajouté\\p{L}*|améliore\\p{L}*|permet|prend en charge|corrig[eió]\\p{L}*|añad\\p{L}+|agreg\\p{L}+|mejor[aóe]\\p{L}*|permite\\p{L}*|adicion\\p{L}+|inclu[iíye]\\p{L}*|aggiun\\p{L}+|miglior\\p{L}+|permette|supporta|добав\\p{L}+|исправ\\p{L}+|улучш\\p{L}+|поддерж\\p{L}+|позволя\\p{L}+`,
    ),
    why: 'it says what was added, mended or changed',
    examples: [
      'This release adds a lid.',
      'The patch fixes a leak.',
      'The core has been updated to oil.',
      'Lamps can now be lit twice.',
      'Die Lampe unterstützt Öl.',
      'Cette version corrige une fuite.',
      'La lámpara permite usar aceite.',
      'A lâmpada inclui uma tampa.',
      'La lampada supporta olio.',
      'Исправлена течь.',
    ],
    not: ['Lamp is a tool for the harbour.', 'We release a lamp.', 'Since its release in 2013, it burnt.'],
  },
  {
    pattern: /追加|修正|改善|対応し|できるように|高速化|変更(?:され|し)|新增|修复|支持|改进|优化|移除/u,
    why: 'it says what was added, mended or changed',
    examples: ['蓋を追加しました。', '漏れを修正しました。', '新增盖子。', '修复漏油。'],
    not: ['ランプは明るい。', '灯很亮。'],
  },
];

/** Sentences of something new that stands there: news, where they announce nothing else. */
export const NEW_THINGS: PhraseRule = {
  pattern: words(
    `there (?:is|are|was|were) (?:(?:now|also|a|an|some|several|many|two|three) )*new|(?:has|have|had|gets?|got|received|comes? with|features?|brings?|includes?|contains?|offers?|provides?|gained|ships?) (?:[^\\s.,;]+ ){0,3}(?:new|improved|better|faster)
|neue?[nrs]?|jetzt|enthält|nouve(?:au|aux|lle|lles)|désormais|nuev[oa]s?|ahora|nov[oa]s|agora|nuov[oaie]|нов\\p{L}+|теперь`,
  ),
  why: 'it has a word of novelty',
  examples: [
    'There is a new lid.',
    'The lamp has got a new lid.',
    'Lids are jetzt aus Blech.',
    'Le nouveau couvercle est là.',
    'La nueva tapa es de lata.',
    'Теперь есть крышка.',
  ],
  not: ['Lamp is a tool.', 'Lamp is for a new age.'],
};

/** Sentences in which an author sums up what is new. */
export const HIGHLIGHTS_ARE: PhraseRule = {
  pattern:
    /^(?:(?:the|some|main|major|biggest|key|notable|other|few|a) )*(?:highlights?|(?:main|major|biggest|key|most (?:notable|important)) (?:changes?|features?|improvements?|additions?))(?: (?:of|in|from|for|about) [^,;:.!?]{1,40}?)? (?:is|are|include|were)(?!\p{L})[^:]{20,}$/iu,
  why: 'it says what is new',
  examples: [
    'Highlights of this release are the lid that closes by itself and the new wick.',
    'The main changes are a lid of tin and better oil.',
  ],
  not: ['The highlights are below.', 'Highlights include:', 'The highlight of the harbour was lit.'],
};

/** What an announcement calls itself: nothing new by itself. */
export const CALLED: PhraseRule = {
  pattern:
    /(?<!\p{L})(?:(?:(?:new|latest|first|next|major|minor|stable|final) )+(?:\p{L}+ )?(?:versions?|releases?|updates?|posts?|issues?|editions?|newsletters?|blog|series|website|year|month|week|members?|members)|(?:now|finally) (?:available|out|live|here|published|released)|(?:is|are) (?:now )?available|more than|what[’']?s new|brand new|(?:news|updates?) (?:of|on|about|from))(?!\p{L})/giu,
  why: 'these words announce, and say nothing that is new',
  examples: ['Here is the new version.', 'The lamp is now available.'],
  not: ['The new lid is of tin.'],
};

/** Sentences of an announcement that tell what was before, or will be. */
export const NOT_YET: PhraseRule = {
  pattern:
    /^(?:when|previously|before|until|prior to|traditionally|shortly after|currently|historically|originally|last year|years ago|if|while|as you|as we|unfortunately|maybe|perhaps|early on|at first|let|note|because|in the (?:last|past)|it['’]s not|it is not|there['’]s no|with more|for example|in order to|to (?:help|implement|do|make|achieve|address) (?:this|that|it)|früher|bisher|avant|jusqu|antes|hasta|prima|finora|раньше|ранее)(?![\p{L}])|(?<!\p{L})(?:(?:we|i)(?:['’]ll| will| plan| hope| aim| intend| are going|['’]re going)|will (?:be|soon|come|follow|continue|receive|get|also|need)|is getting|are getting|are coming|going to be|coming soon|in the (?:future|works|coming)|next (?:week|month|year|release|version)|stay tuned|planned|upcoming|(?:has|have|is|are|was|were)(?:n['’]t| not)(?: yet)? been|there (?:is|are) no|no (?:new )?(?:features|deprecations|changes))(?!\p{L})|\?$/iu,
  why: 'it tells what was before, or what will be, or asks',
  examples: [
    'Previously, lamps had no lid.',
    'We’ll add a lid.',
    'More wicks are coming soon.',
    'Who added a lid?',
    'There are no new lids in it.',
    'The shop hasn’t been updated.',
    'Bisher gab es keinen Deckel.',
  ],
  not: ['The lid now fits.', 'This release adds a lid.'],
};

/** Sentences that tell what was before: an announcement does not begin with them. */
export const BEFORE: PhraseRule = {
  pattern: opening(
    'prior to|previously|before|until|traditionally|historically|früher|bisher|auparavant|antes|hasta ahora|prima|раньше|ранее',
  ),
  why: 'it tells what was before',
  examples: ['Prior to 2.0, lamps had no lid.', 'Bisher gab es keinen Deckel.'],
  not: ['The lid was there before.', 'When we lit it, it burnt.'],
};
