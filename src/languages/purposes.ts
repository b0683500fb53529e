import { opening, type PhraseRule } from './phrases.ts';

/** How sentences open that say what a post is for, in words that need nothing before them. */
export const PURPOSES: readonly PhraseRule[] = [
  {
    pattern: opening(
      `(?:i|we)(?:['’]m| am|['’]re| are) (?:also |now |so |very |really |super |extremely |incredibly |absolutely )*(?:excited|happy|pleased|thrilled|proud|delighted|glad|honou?red) to (?!(?:have|be|see|help|hear|get|know|meet|work|do|read|take|answer|use)\\b)\\p{L}+|(?:today,? |(?:with|as|now that|after|in|on) [^,.:;]{1,50}, )?(?:i|we)(?:(?:['’]d| would) (?:like|love)| want|(?:['’]m| am|['’]re| are) going) to (?:take this (?:opportunity|chance|moment) to )?(?:share|announce|introduce|present|show|tell|recap|look back|talk|explain|discuss|describe|write about|explore|dive|focus on|walk you)|(?:the |our |my )?(?:\\p{L}[\\p{L}\\d.’'-]* ){1,5}(?:is|are) (?:very |so |extremely )?(?:excited|happy|pleased|thrilled|proud|delighted|glad|honou?red) to (?:announce|introduce|present|release|publish|launch)|it(?:['’]s| is) (?:with|my|our) (?:great |much |enormous )?(?:pleasure|joy|pride)
|(?:wir freuen uns|ich freue mich|wir sind stolz)|(?:nous sommes|je suis) (?:très |vraiment )?(?:heureux|heureuses?|ravie?s?|fiers?|fières?)|(?:estamos|estoy) (?:muy )?(?:contentos?|contentas?|felices|feliz|orgullosos?|encantados?)
|(?:estamos|estou) (?:muito )?(?:content[ea]s?|felizes|feliz|orgulhos[oa]s?)|é com (?:muit[oa] |grande )?(?:prazer|alegria|orgulho)
|(?:siamo|sono) (?:molto |davvero )?(?:liet[oi]|felic[ei]|orgoglios[oi]|content[oi]|entusiast[oi]) di
|(?:мы )?(?:очень |с радостью |с гордостью )?(?:рады?|счастливы?|объявляем|представляем|сообщаем)`,
    ),
    why: 'it announces the news',
    examples: [
      'We’re very excited to announce a lid.',
      'We are pleased to award the first lid to Ada.',
      'I’d like to share a lid with you.',
      'I want to take this opportunity to explain why lids matter.',
      'Today I’m going to talk about lids.',
      'With winter upon us, we would like to take this opportunity to recap what lids did.',
      'The team of the workshop is pleased to announce a lid.',
      'Wir freuen uns auf den Deckel.',
      'Nous sommes ravis de ce couvercle.',
      'Estamos muy contentos con la tapa.',
      'Estamos muito felizes com a tampa.',
      'Siamo lieti di presentare un coperchio.',
      'Мы рады представить крышку.',
    ],
    not: ['We are tired.', 'I’d like a lid.', 'We want to write lids.', 'We are happy to have a lid.'],
  },
  {
    pattern: opening(
      `(?:so |today,? |here,? )?(?:in|with) (?:this|today['’]s) (?:short |quick |blog )?(?:post|article|tutorial|guide|essay|entry|instal?lment|issue|episode|series|talk|paper|report|notebook|blog(?=,))|(?:today,? )?(?:this|the|today['’]s) (?:short |quick |blog )?(?:post|article|tutorial|guide|essay|entry|series) (?!(?:was|has|does|provides|starts|begins|assumes|requires|contains|continues|ends|appears|comes|needs)\\b)(?:is|will|aims|\\p{L}{3,}s)\\b(?! (?:originally|also|not)\\b)|this is an? (?:[\\p{L}-]+ ){0,3}(?:post|article|write-?up|tutorial|guide|walk-?through|overview|essay) (?:about|on|of|to|for)|(?:the|our|my) (?:main |overall |primary )?(?:goal|aim|purpose|idea|objective) (?:of|behind) (?:this|my|our)\\b[^,.]{1,80} (?:is|was) to
|(?:in )?diese[rms]? (?:beitrag|artikel|post|blogpost|text)|dans (?:cet article|ce billet|ce post)|cet article|ce billet|en (?:este|esta) (?:artículo|post|entrada|guía)|este (?:artículo|post)
|(?:n?est[ea]|n?ess[ea]) (?:artigo|postagem|tutorial|guia)|(?:n[eo]s[st]e|n?o) post(?: de hoje)?(?! (?:d[aeo]|anterior|passado) )|in quest[oa] (?:breve )?(?:articolo|post|guida|tutorial)|quest[oa] (?:articolo|guida|tutorial)
|в эт(?:ой|ом) (?:небольш(?:ой|ом) )?(?:статье|заметке|посте|руководстве|материале)|эт(?:а|от|о) (?:статья|заметка|пост|руководство)`,
    ),
    why: 'it says what the post is about',
    examples: [
      'This post is about how we did exactly that.',
      'This article breaks down the lid and how it works.',
      'The goal of this project was to build lids that everybody can open.',
      'In this article, we try lids.',
      'This is a long overdue post about how we made lids.',
      'In this blog, we will try lids.',
      'In diesem Beitrag geht es um Deckel.',
      'Dans cet article, nous parlons de couvercles.',
      'En este artículo hablamos de tapas.',
      'Neste artigo falamos de tampas.',
      'O post de hoje é sobre tampas.',
      'In questo articolo parliamo di coperchi.',
      'В этой статье мы поговорим о крышках.',
    ],
    not: [
      'This post was long.',
      'This post has two lids.',
      'This post is also on paper.',
      'In the post office it was cold.',
      'In this blog it was cold.',
      'This is a guide dog.',
    ],
  },
  {
    pattern:
      /\b(?:and|so|but),? this (?:\p{L}+ )?(?:is|will be) an? (?:\p{L}+ ){0,2}(?:guide|tutorial|introduction|walk-?through|look|story|overview|summary|attempt) \p{L}+/iu,
    why: 'it ends with what the post is about',
    examples: ['Nobody knows how lids work, and this will be an illustrated guide to them.'],
    not: ['This is a guide dog.', 'And this is a lid.'],
  },
  {
    pattern:
      /^(?:(?:この|本)(?:記事|ブログ|エントリー?|稿)では|今回は|(?:本文|这篇文章|這篇文章|本篇文章)(?:将|將|会|會|介绍|介紹|主要|就))/u,
    why: 'it says what the post is about',
    examples: ['この記事では蓋を紹介します。', '本文将介绍盖子。'],
    not: ['蓋は重い。', '本文很长。'],
  },
];

/** How a purpose begins that names the post itself: what follows is what the post tells. */
export const NAMING_POST: PhraseRule = {
  pattern:
    /^(?:[^,、]{0,30}?(?<!\p{L})(?:post|blog(?=,)|article|tutorial|guide|essay|entry|instal?lment|issue|episode|series|beitrag|artikel|blogpost|text|billet|artículo|entrada|guía|artigo|postagem|guia|articolo|guida|статье|статья|заметке|посте|руководстве)(?!\p{L}),?\s*|[^、。]{0,12}では、?)/iu,
  why: 'these words lean on nothing: the link stands below them',
  examples: [
    'This post describes a lid.',
    'In this article, we show a lid.',
    'In diesem Beitrag bauen wir einen Deckel.',
    'Dans ce billet, un couvercle.',
    'En esta entrada, una tapa.',
    'Neste artigo, uma tampa.',
    'In questo articolo un coperchio.',
    'В этой статье мы сделаем крышку.',
    'この記事では、蓋を作ります。',
  ],
  not: [
    'Posters fade.',
    'A lid, says this post, leaks.',
    'A very long sentence about lids and kettles of this post.',
  ],
};

/** A sentence about the post itself: it has said what the post is for. */
export const ABOUT_POST: PhraseRule = {
  pattern:
    /^(?:this|the following|today['’]s) (?:\p{L}+ )?(?:post|article|series|entry|tutorial|guide|essay|issue|episode)\b/iu,
  why: 'it is about the post',
  examples: ['This post took a week.', 'The following long article is old.', 'Today’s issue is short.'],
  not: ['The lid of this post leaks.', 'This poster fades.', 'This very long post took a week.'],
};

/** Words for several things that were named before. */
export const SEVERAL_THINGS: PhraseRule = {
  pattern: /\b(?:both|each|all of|exactly that|the same)\b(?! \p{L}+s\b)/iu,
  why: 'it speaks of things that are left out',
  examples: ['We describe both.', 'We show each in turn.', 'We do the same here.'],
  not: ['We describe both lids.', 'We teach.'],
};

/** Headings below which an author says in short what a post tells. */
export const HIGHLIGHTS: readonly PhraseRule[] = [
  {
    pattern:
      /^(?:(?:the )?highlights?|key (?:points?|takeaways?|findings|results|ideas)|(?:main|key) (?:takeaways?|points)|takeaways|bullet points|das wichtigste(?: in kürze)?|l['’]essentiel|à retenir|puntos clave|principais pontos|pontos principais|punti chiave|главное|основное|要点|ポイント|亮点)\s*[:：]?$/iu,
    why: 'it names what matters most',
    examples: [
      'Highlights',
      'Key takeaways:',
      'Bullet Points:',
      'Das Wichtigste',
      'À retenir',
      'Puntos clave',
      'Punti chiave',
      'Главное',
      '要点',
    ],
    not: ['Highlights of the harbour', 'Keys'],
  },
  {
    pattern:
      /^(?:tl;?\s?dr;?|in short|at a glance|in a nutshell|executive summary|kurz gesagt|in kürze|auf einen blick|en bref|en resumen|em resumo|in breve|samengevat|röviden|özetle|кратко|коротко|要約|摘要|[\d一二三四五]行(?:要約|まとめ|で)|今北産業|[\d세]줄 ?요약|요약)\s*[:：]?$/iu,
    why: 'it says all of it in short',
    examples: [
      'TL;DR',
      'At a glance',
      'Auf einen Blick',
      'En bref',
      'En resumen',
      '3行要約',
      '三行まとめ',
      'Кратко',
    ],
    not: ['In short trousers', 'A glance', '要約の蓋'],
  },
];

/** How sentences open in which a newsletter says what an issue holds; the parts follow, separated by commas. */
export const OVERVIEWS: readonly PhraseRule[] = [
  {
    pattern: opening(
      `(?:in (?:this|the) (?:(?:week|month|quarter)(?:['’]s)? )?(?:issue|edition|newsletter|episode|digest|round-?up)(?= of)|(?:in )?(?:this|the) (?:(?:week|month|quarter)(?:['’]s)? )?(?:issue|edition|newsletter|episode|digest|round-?up)(?= (?:we|you)|[,:]| (?:holds|has|contains|covers|features|includes|brings))|(?:in )?this (?:week|month|quarter)(?:['’]s (?:news|highlights|topics|menu))?(?=:|,? (?:you (?:can|will|may)|you['’]ll|we (?:have|bring|cover|feature|look|share|discuss|highlight|present|take|talk)|we['’](?:re|ll|ve) (?!(?:been|made|got)\\b)\\p{L}+)))
|(?:in )?diese[rnms]? (?:woche|ausgabe|monat|newsletter)(?=:| (?:geht|lesen|findet|finden|stellen|gibt))|(?:cette semaine|ce mois-ci|dans ce numéro|au sommaire|au programme)(?= ?:|,)|(?:esta semana|este mes|en (?:este número|esta edición|este boletín)|nesta (?:semana|edição)|questa settimana|in questo numero|в этом (?:выпуске|номере)|на этой неделе)(?=:|,)`,
    ),
    why: 'it lists what the issue holds',
    examples: [
      'This week you can read all about lids, ropes and lamps.',
      'This week: a lid for tea, lamps, and a rope for boats!',
      'In this issue: lids, ropes, lamps.',
      'In this issue of the letter: lids, ropes, lamps.',
      'In this week’s edition we share news about lids, ropes and lamps.',
      'This week we’re highlighting lids, ropes and lamps.',
      'In dieser Ausgabe geht es um Deckel, Seile und Lampen.',
      'Au sommaire : des couvercles, des cordes et des lampes.',
      'En esta edición: tapas, cuerdas y lámparas.',
      'Nesta edição: tampas, cordas e lâmpadas.',
      'In questo numero: coperchi, corde e lampade.',
      'В этом выпуске: крышки, верёвки и лампы.',
    ],
    not: [
      'This week, the lid of the harbour, which is old, fell off.',
      'This week we’ve been busy with lids, ropes and lamps.',
      'This month brought lids, ropes and lamps.',
      'The issue of lids is old, and nobody knows why.',
      'Diese Woche war kalt, nass und windig.',
    ],
  },
  {
    pattern: /^(?:今[週月号]|本[周期月])(?:は|の?(?:内容|話題|トピック|要点|主题))?[:：]/u,
    why: 'it lists what the issue holds',
    examples: ['今週の話題：蓋、縄、灯台。', '本期：盖子、绳子、灯。'],
    not: ['今週は寒かった。', '本周，天气很冷。'],
  },
];

/** Headings of the part of a newsletter with its most important news. */
export const HEADLINES: readonly PhraseRule[] = [
  {
    pattern:
      /^[^\p{L}]*(?:(?:the |this week['’]s |top |main |project |official |community )?(?:highlights?(?: (?:from|of|in|for) (?:(?:the|this|last) (?:past )?(?:week|month|quarter|year)|(?:late |early |mid-?)?(?:january|february|march|april|may|june|july|august|september|october|november|december|20\d\d)(?: 20\d\d)?))?|headlines?|news|latest(?: news)?|top stories|big news|announcements?)|(?:announcements?, )?news,? (?:and|&) (?:blog posts|releases|articles|announcements?)(?: from around the web)?|top picks|what['’]s new(?: in [^.!?:]{1,60})?|news & announcements?|highlights des monats|schlagzeilen|neuigkeiten|aktuelles|nachrichten|à la une|actualités|nouveautés|temps forts|titulares|noticias|novedades|lo último|destacados|notícias|novidades|destaques|notizie|novità|in evidenza|новости|главное|главные новости|hírek|kiemelések|haberler|öne çıkanlar)[^\p{L}]*$/iu,
    why: 'what is below it matters most to its author',
    examples: [
      'Highlights',
      'Highlights from May',
      'The latest',
      'News 🗞️',
      'Headlines',
      'What’s new',
      'What’s new in lamps & oil',
      'News and Blog Posts from Around the Web',
      'Announcements, News, and Blog Posts',
      'Neuigkeiten',
      'À la une',
      'Titulares',
      'Novidades',
      'Novità',
      'Новости',
      'Hírek',
      'Haberler',
    ],
    not: [
      'Newsletters',
      'Highlights from the harbour',
      'IPFS in the wild',
      'Old news of the harbour',
      'Jobs',
    ],
  },
  {
    pattern:
      /^[^\p{L}]*(?:ハイライト|ニュース|お知らせ|注目|最新情報|头条|要闻|新闻|最新动态|科技动态|本周动态)[^\p{L}]*$/u,
    why: 'what is below it matters most to its author',
    examples: ['ニュース', '要闻', '科技动态'],
    not: ['新闻学', '文章'],
  },
];

/** Sentences that count the changes of a week, and say nothing of any. */
export const COUNTS: readonly PhraseRule[] = [
  {
    pattern:
      /^(?:[^.!?]{0,50}[,;] )?(?:\p{L}+ ){0,3}(?:landed|merged|closed|committed|accepted|received|saw) (?:a total of |about |around |over |more than |another |almost )?(?:\d[\d,.]*|\p{L}+(?:-\p{L}+)?) (?:\p{L}+ )?(?:PRs?|pull requests?|patches|commits|merge requests|changes)(?: [^,;:.!?]{0,60})?[.!]?$/iu,
    why: 'a number of changes is no news of any of them',
    examples: [
      'In the last week, we landed 88 PRs in the repositories of the harbour.',
      'This week, we merged 37 pull requests.',
      'In the last three weeks, the team merged more than 90 patches!',
    ],
    not: [
      'In the last week, we landed 63 PRs, and the lid now fits.',
      'We merged the lid and the kettle.',
      'We closed the harbour.',
    ],
  },
  {
    pattern:
      /^(?:[^.!?:;]|\.(?=\d)){0,60}(?<!\p{L})(?:a (?:long |huge |whole |great )?(?:list|bunch|lot|number|ton|load|slew) of|lots of|more|many|numerous|various|several|tons of) (?:\p{L}+ ){0,2}(?:bug ?)?(?:fixes|improvements|updates|enhancements)(?:,? (?:and|as well as) (?:(?:lots of|a lot of|many|more|some|other|various) )?(?:\p{L}+ )?(?:bug ?)?(?:fixes|improvements|enhancements|updates|changes))?(?: (?:again|as usual|as always))?[.!]*$/iu,
    why: 'that there are many improvements is no news of any of them',
    examples: [
      'As the first release of 2026, 1.3.1 brings you a long list of fixes and improvements again.',
      'More lid updates, and lots of fixes!',
      'The new lid has numerous bug fixes.',
    ],
    not: [
      'The new lid has many fixes for the steam.',
      'A lid that fits, and many fixes, are in it, as is a new kettle.',
    ],
  },
];
