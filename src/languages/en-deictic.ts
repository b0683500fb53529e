import { LISTED, SHOWN, TEXT } from './en-parts.ts';
import { anyOf, type PhraseRule, words } from './phrases.ts';

/** Parts that only a text has: `the next video` is one that its author will make. */
const PART = anyOf(
  'sections?, paragraphs?, examples?, snippets?, listings?, figures?, charts?, diagrams?, equations?, tables?',
);
/** What a post may show after `this`. */
const SIGHT =
  anyOf(`snippet, listing, table, chart, graph, figure, diagram, picture, photo, photograph, image, screenshot, illustration,
  drawing, plot, code, code block, output, command, example, equation, formula, animation, demo, gif, sandbox, query, regex`);
/** Before a name it is a place: `The map above Anna’s desk` */
const NAMED_PLACE = /(?:above|below)\s+\p{Lu}\p{L}/u;
/** After `above` and `below`: a place or a measure, not a part of the post. `The table above the sink` */
const PLACE = `(?!\\s+(?:the|an?|my|our|your|his|her|its|their|this|that|these|those|it|me|us|him|them|all|any|every\\w*|each
|zero|freezing|ground|sea|deck|water|stairs|par|average|normal|cost|price|market|one|two|three|four|five|ten)(?!\\p{L})|\\s+[\\d$€£])`;
const SAID = anyOf(
  'shown, seen, listed, described, mentioned, discussed, explained, pictured, noted, stated, linked, quoted, given, found, included, pasted, embedded, attached, reproduced, presented, used, highlighted, provided, outlined, summari[sz]ed, collected, defined, introduced',
);

/** Deictic English sentences: they depend on another part of the post, or on another post. */
export const EN_DEICTIC: readonly PhraseRule[] = [
  {
    pattern:
      /^(?!.*\b(?:floors?|stor(?:e)?ys?|decks?|metres?|meters?|feet|miles?|degrees?|level|sea)\b).*(?<!\b(?:or|from) )\b(?:below|above)[.!]?$/i,
    why: 'it ends with the place in the post that it points at',
    examples: ['Some highlights from the lid below.'],
    not: [
      'The cellar is two floors below.',
      'It runs with valve 12 or above.',
      'No lid is handed down from above.',
    ],
  },
  {
    pattern: words(`(?:${SHOWN}) (?:in|of|throughout) this ${TEXT}`),
    why: 'it points at what the post shows',
    examples: ['All the screenshots in this article are of lids.'],
    not: ['Nobody in this article boils water.'],
  },
  {
    pattern: words(`(?:${SHOWN}|${LISTED})(?: ${SAID})? (?:above|below)${PLACE}`),
    unless: NAMED_PLACE,
    why: 'it points at code, a figure or a list that a summary leaves out',
    examples: ['Run the command below before you start.', 'The tips listed below helped.'],
    not: ['The picture above the bed hung askew.', 'The figures below zero frightened us.'],
  },
  {
    pattern: words('the (?:above|below|above-mentioned|below-mentioned|aforementioned)(?= [\\p{L}-]+)'),
    why: 'it points at another part of the post',
    examples: ['The above code leaks.', '(The above pyramid is for the talk about ropes)'],
    not: ['Look at the sky above.', 'The aboveground pool leaks.'],
  },
  {
    pattern: words(`the (?:preceding|previous|next) (?:code )?${PART}(?! of)`),
    why: 'it points at another part of the post',
    examples: ['We saw in the previous section that walls are cold.'],
    not: ['The next video will be about lids.', 'The previous owner left a kettle.'],
  },
  {
    pattern: words(
      `(?:see|as|${SAID})(?: (?:in|at|from))?(?: further)? (?:(?:above|below)${PLACE}|earlier(?! than| (?:this|in (?:the|my|our|\\d)))|previously)`,
    ),
    unless: NAMED_PLACE,
    why: 'it points at another part of the post',
    examples: [
      'I mentioned earlier that walls are cold.',
      'As shown above, the wall is cold.',
      'The poem is found below.',
      'The method described earlier is slow.',
    ],
    not: ['We saw above the clouds what a kettle does.', 'She left as early as May.'],
  },
  {
    pattern: words(
      `(?:as )?${SAID} here|(?:click|read|listen|watch|download|available|up|look|written|is|are|out) here(?=[.,;:!?)]|$)`,
    ),
    why: 'it points at a link, or at a place on the page',
    examples: ['The wall, as shown here, is cold.', 'Release notes can be found here.', 'The code is here.'],
    not: ['Here we have always boiled water.', 'Everybody here knows the ferry.'],
  },
  {
    pattern: words(
      `(?:see|find|get|grab|view|browse|fork|try|continues?|reads?|watch|explains?|describes?) .{1,80} here(?=[.!)]|$)|(?<!(?:my|our|his|her|their) )${SHOWN} here(?=[.,;:!?)]|$| (?:is|are|was|were|simple|short))`,
    ),
    why: 'it points at a link, or at a place on the page',
    examples: [
      "See my site's configuration here.",
      'They continue that here.',
      'To keep the code examples here simple, we wait.',
    ],
    not: [
      'We see the sea from here on clear days.',
      'Everybody here knows the ferry.',
      'I keep my photos here.',
    ],
  },
  {
    pattern: words(
      `(?:at|in|on|to|towards?) the (?:(?:top|bottom|upper|lower|far)[ -](?:left|right)(?!-)|(?:top|bottom|upper|lower) (?:corner|row|panel|half of the (?:chart|plot|graph|figure))|(?:left|right)[ -]hand side|[xy][ -]axis)`,
    ),
    why: 'it describes a picture or a figure',
    examples: [
      'Points at the top right are common to both kitchens.',
      'The y-axis is on the left-hand side.',
    ],
    unless: /\b(?:includes?|prints?|adds?|shows) (?:an?|the) .* on the (?:right|left)[ -]hand side[.!]?$/,
    not: [
      'The shop is at the top of the hill.',
      'We sat on the left.',
      'The meter also prints a bill on the right hand side.',
    ],
  },
  {
    pattern: words(
      `(?:i|we)(?:['’]ve| have| had)? (?:\\p{L}+ ){0,5}\\p{L}+ above${PLACE}(?=[.,;:!?)]| \\p{Ll})(?! \\p{L}+ ?\\p{L}*(?:town|house|shop|room|office|garage))`,
    ),
    unless:
      /\b(?:saw|see|heard|hear|live|lived|looked|look|rose|rise|flew|fly|slept|sleep|stood|stand|kept|keep|held|hold|hung|climbed|went|got|get) above\b/i,
    why: 'it points at another part of the post',
    examples: ['The list that I made above is only the start.', 'The rule we gave above leaks.'],
    not: ['We lived above the shop.', 'I saw above all the kettle.'],
  },
  {
    pattern: words(
      `(?<!(?:created|made|took|drew|painted|shot|generated|when|once|indexing|querying|scanning|partitioning) )(?:this|these) (?:${SIGHT})s?(?! (?:of life|crate|package|pattern|type|engine|language|format|library|editor|base|review|generator|generation|model|tool|planner|optimi[sz]er)(?!\\p{L}))`,
    ),
    why: 'it points at something that the post shows',
    examples: ['This screenshot shows the bill.', 'These examples all leak.'],
    not: [
      'The photograph hangs in the hall.',
      'I made this image with a pinhole.',
      'This regex crate is small.',
      'The shop has less trouble indexing this table of lids.',
      'The lid is ten times faster for this query pattern.',
    ],
  },
  {
    pattern: words(
      '(?:see|in|from|as|cf\\.) (?:figures?|fig\\.|tables?|listings?|charts?|diagrams?|appendix) (?:\\d+|[A-Z])',
    ),
    why: 'it points at a numbered figure',
    examples: ['See Figure 3 for the bill of May.'],
    not: ['See figures of speech for more.'],
  },
  {
    pattern: words(
      '^(?:figure|fig\\.|table|listing|chart|diagram|step) \\d+\\p{L}?(?::| (?:shows?|gives?|lists?|compares?|plots?|sums?|contains?|illustrates?))',
    ),
    why: 'it is about a numbered figure',
    examples: ['Table 2 shows the bills.', 'Step 3: take the lid off.'],
    not: ['Table tennis shows the way.'],
  },
  {
    // `in case a lid leaks`, `support for Stage 3 lids`, `the stage 1 lid`
    unless:
      /\b(?:in case|for example) a\b|.\b(?:Stage|Case|Event) #?\d|\bthe (?:stage|case|event) \d+ \p{Ll}/u,
    pattern: words(
      '(?:options?|cases?|stages?|steps?|methods?|approach|approaches|events?|solutions?|requirements?|examples?) (?:\\d|#\\d|[A-E](?= |[.,;:)]))',
    ),
    why: 'it refers to something by its number in the post',
    examples: ['For many people option 2 is the best.', 'Lids found in stage 3 win.'],
    not: [
      'The case for lids is strong.',
      'Step by step we moved.',
      'Keep a spare in case a lid leaks.',
      'The new release supports Stage 3 Lids.',
      'We mean the stage 1 boiler.',
    ],
  },
  {
    pattern: words('the (?:previously|earlier) (?!seen|known|unseen|unknown|un)\\p{L}+(?:ed|wn|en|id)'),
    why: 'it points at another part of the post',
    examples: ['The previously highlighted lines are gone.'],
    not: ['The previously unknown lid leaks.'],
  },
  {
    pattern: words(
      `(?<!(?:['’]d|['’]ve|had|have|never|ever|not) )${SAID} before(?=[.,;:!?)]|$| (?!the|an?|my|our|his|her|its|their|it|we|i|you|he|she|they|\\d)\\p{Ll})|(?<!the )next time(?=[.!)]|$)|(?:i|we)(?:['’]ll| will) (?:write|blog|post|cover|talk|explain|describe|discuss) `,
    ),
    why: 'it points at another part of the post, or at another post',
    examples: ['The test mentioned before tells the lids apart.', 'I will write that up next time.'],
    unless: /\bIn (?:this|the (?:next|last|third|second)) (?:post|article|essay|tutorial|guide)\b/,
    not: [
      'The lid was found before the war.',
      'I will move.',
      'It hissed in a way that I had seen before.',
      'In this post I’ll explain lids and ropes.',
      'I keep the lid for the next time.',
    ],
  },
  {
    pattern: words(
      `the (?:first|last|top|bottom) (?:\\d+|few|two|three|four|five|ten) (?:entries|rows|lines|columns|results|items|bars)(?! of (?!(?:the|this) (?:list|table|chart|figure|output)))|(?:work|problem|idea|point|goal|lesson|trick|key|question|thing|approach|(?<!not the )case|part) here(?= (?:is|was|will|are)|[.,])`,
    ),
    why: 'it refers to what is beside it',
    examples: ['The first 5 entries are lids.', 'A big part of the work here will be lids.'],
    not: [
      'The first few years were cold.',
      'We kept the first three lines of the poem.',
      'Our work here and there pays.',
      'It was not the case here.',
    ],
  },
  {
    pattern: words(
      '(?:the|this|my) (?:first|second|third|fourth|fifth|last|next|final|other|left|right) (?:graphs?|charts?|figures?|tables?|plots?|diagrams?|pictures?|images?|screenshots?|snippets?|listings?|examples?)(?! (?:of|in|on) (?!the (?:post|page|left|right)))',
    ),
    why: 'it refers to one of the things that the post shows',
    examples: ['For the third graph, lids are counted twice.'],
    not: ['The first picture of the moon hangs in the hall.'],
  },
  {
    pattern: words("^(?:above|below),? (?:is|are|you|we|i)(?:['’]\\p{L}+)?"),
    why: 'it points at another part of the post',
    examples: ['Below is the script that we run.'],
    not: ['Above all, measure first.', 'Below zero it sticks.'],
  },
  {
    pattern: words(
      `(?:at|near|to|until|from) the (?:top|bottom|end|start|beginning) of (?:this|the) (?:${TEXT}|page)|the rest of (?:this|the) (?:${TEXT}|series)(?! (?:will(?! be (?!about))|is (?:about|going to)))`,
    ),
    why: 'it points at another part of the post',
    examples: ['Links are at the end of this post.', 'The rest of the article explains lids.'],
    not: ['At the end of the day we left.', 'I joined the crew, and the rest of this post is about lids.'],
  },
  {
    pattern: words(
      `(?:last|next) (?:time|week|month),? (?:on (?:this|the) blog|(?:i|we)(?:(?:['’]ll| will) (?:look|talk|see|cover|discuss|learn|write|show|post|share|tell|explain|publish)| (?:looked|talked|saw|covered|discussed|learned)))`,
    ),
    why: 'it is about another post',
    examples: ['Last time, we looked at ropes.', 'Next week I will show the lids.'],
    not: ['Next week the ferry stops.', 'Last week we moved.', 'Next week I will start on the lid.'],
  },
  {
    pattern: words(
      `(?:we|i)(?:['’]ve| have| had)? (?:just|already|previously) (?:looked at|seen|saw|talked|discussed|covered(?! an? (?:timespan|time span|period|distance))|learned|learnt|explained|described|mentioned|introduced|defined)`,
    ),
    why: 'it sums up an earlier part of the post',
    examples: ['We just looked at one real hook.', 'We have already seen two queues.'],
    not: ['We had just left the house.', 'We have already covered a distance of ten miles.'],
  },
  {
    pattern: words(
      `(?:(?:colou?red|shown|marked|highlighted|drawn|plotted) (?:in )?|in (?:solid |dashed )?)(?:red|green|blue|orange|yellow|purple|grey|gray|black)(?= (?:were|was|are|is|show|means?|indicates?|represents?|lines?|dots?|bars?|areas?)(?!\\p{L})|[.,;)])|the (?:red|green|blue|orange|yellow|purple|grey|gray|black|dashed|dotted|solid) (?:dots?|lines?|bars?|curves?|arrows?|box|boxes|circles?|squares?|areas?|points?|regions?)|(?:click|see|try|find|read|hover|tap|visible|visit)(?: it| this| that| them)? (?:above|below)${PLACE}|of the following(?=\\s*[—–:,.-]|$)`,
    ),
    why: 'it describes a figure, or what is beside it',
    examples: [
      'Lids colored blue were given as an option.',
      'The red dots are lids.',
      'I added a button, which you can click above.',
      'Nobody was hurt during the writing of the following.',
    ],
    not: ['She was dressed in red when we left.', 'The blue lid leaks.'],
  },
];
