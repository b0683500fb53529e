import { EN_BYLINES } from './en-bylines.ts';
import { TEXT } from './en-parts.ts';
import { opening, type PhraseRule, words } from './phrases.ts';

/** A month: what has a date is news. */
const MONTH = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';

/** After `hope`: what says nothing of a thing's use. `we hope this lid will help cooks` does. */
const NOT_USE = `(?:this|these|it)(?! (?:(?!(?:${TEXT}|you)(?!\\p{L}))[\\p{L}’'-]+ ){0,6}(?:will|won['’]t|may|might|can|could|would)(?!\\p{L}))`;

/** English phrases about the post, its author or its readers: invitations, thanks, bylines, asides. */
export const EN_HOUSEKEEPING: readonly PhraseRule[] = [
  {
    pattern: opening(
      `(?:(?:published|posted|updated|last (?:updated|modified)|written) (?:on )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|\\d{1,4}|january|february|march|april|may|june|july|august|september|october|november|december)|(?:please |also |do |and |so |go |but )?(?:see|check out|have a look|take a look|view|stay tuned|feel free|get in touch|reach out|click|subscribe|sign up
|follow (?:me|us|along|@)|join (?:me|us|our)(?!\\p{L})(?![^.!?]{0,120}(?:${MONTH} \\d|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}(?!\\p{L})|\\d{1,2}:\\d\\d))|read (?:more|on|about it|the (?:full|rest|whole|original|announcement|docs))|watch (?:the|my|our) (?:video|talk|recording)
|listen to (?:the|my|our)|download (?!support(?!\\p{L})|managers?(?!\\p{L})|speeds?(?!\\p{L})|times?(?!\\p{L})|counts?(?!\\p{L}))(?:\\p{L}+)|try it|head (?:over|to)|on with the|(?:ok(?:ay)?,? )?on with the|if you(?:['’]d)? (?:prefer|like|rather) (?:videos?|podcasts?|audio|reading|watching|listening|to (?:read|watch|listen))|visit|keep reading|scroll|give (?:it|the \\p{L}+) a (?:try|star|read)|if you want to (?:hear|read|know|learn|see) more|find it (?:in|on|at)))`,
    ),
    why: 'it sends readers somewhere else',
    examples: [
      'Check out everything that changed.',
      'See the release notes.',
      'View the full plan.',
      'Stay tuned!',
      'If you want to hear more about lids, there is an episode.',
      'If you prefer videos to articles, there is one about lids.',
      'Published Tuesday, with the lids of the week.',
      'Join us on our forum to talk about lids.',
      'Download lids here.',
    ],
    // `Check out Lid Notes, a new magazine`: what it sends to is what the sentence tells of.
    unless: /^(?:Go |So |And )?[Cc]heck out \p{Lu}[^,.]{0,50}, an? (?!link|list)/u,
    not: [
      'Seeing the sea helps.',
      'Read the manual before the first start.',
      'Published lids last.',
      'Go check out Lid Notes, a new magazine for cooks.',
      'Join us on Friday, May 6 at 8 for a talk about lids.',
      'Join our next call on lids with Ada, September 24th.',
      'Download support comes to the lid.',
    ],
  },
  {
    pattern: words(
      `(?<!^(?:go |so |and )?|(?<!\\p{L})(?:i|they|people) )check out|read more|sign up for|urge you|you (?:might|may) (?:also )?(?:want|wish|like) to (?:check|read|see|look|take a look|visit|watch|have a look)|(?<!(?:eager|wrote|kind enough|nice enough|called) to )let (?:me|us) know|(?<!(?:will|would|can|could|to|that|which) |: )tell (?:me|us) (?:what|if|how|in)|(?<!reminder to )please (?:see|read|visit|check|refer|let|file|open|report|contact|e?mail|send|feel|note(?! (?:that|,) (?:[^.!?]|\\.\\d){0,100}(?<!\\p{L})(?:security|breaking|vulnerabilit\\p{L}+|deprecated|no longer|drops?|dropped|end[- ]of[- ]life|required?|must)(?!\\p{L}))|consider|help)
|(?:for|with|find|see|get|more|further) (?:more|further|additional|the full) (?:details|information|info|examples|background|context)|(?:more|further) (?:details|information|info) (?:on|in|at|about|can|is|are)
|leave (?:a|your) (?:comment|feedback|reply)|feel free to|spread the word|a star on github|(?:our|my) (?:\\p{L}+ )?gratitude|gratitude (?:to|towards) (?!me|us)|join (?:me|us) in(?! \\p{L}+ \\p{L}+ and (?:hear|see|learn))(?!\\p{L})(?![^.!?]{0,120}(?:${MONTH} \\d|\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}(?!\\p{L})|\\d{1,2}:\\d\\d))|(?:want|wanted) to thank|more on (?:this|that)|(?:more|details|information|code|source|documentation|docs|notes|slides|results|list|change ?logs?) (?:[^.]{0,60} )?can be found|there is an? (?:unified |full |complete |detailed )?change ?log|reach out(?=[.!]|$| to (?:me|us))|(?:we|i)(?:['’]d| would) (?:also )?like to (?:thank|close|conclude|end|acknowledge)|(?:update|updating|revive|restart) (?:the|my|this) blog|(?<!(?:you|they|we|i|he|she|start to|begin to|tried to|even|let['’]s|let us|let me|(?:i|we)(?:['’]m|['’]re| am| are)(?: also)? going to) )(?:take|have) a look at (?:our|my|the|this|his|her)|(?:for|read|get) (?:a |the )?(?:deeper|closer|full|complete) (?:dive|look|story|list)|tweet (?:me|at)|(?<!(?:anyone|everyone|everybody|people|users|who|you) (?:can|could|may) |we |i |they )(?:open|file|raise|submit) an issue|(?:send|submit|open) (?:me |us )?a (?:pr|pull request)|add a comment|by all means|questions or comments|(?:we|i)(?:['’]d| would) (?:love|like|appreciate|welcome) (?:your|to hear|any|help)|drop (?:me|us) a line|dropping a line
|^(?:please |you can )?discuss (?:this |it )?(?:post |article )?(?:on|at|in)(?= \\S)|^(?:you can )?find (?:all )?(?:the )?(?:links|references|slides|resources|notes)\\b[^.]{0,60} (?:at|on|in|here)\\b|subscribe|(?:join|our|my|your|(?:directed|sent) to|questions? (?:to|on)|announced on|sign up (?:for|to)|(?:ask|help|welcome|takes? place)(?: \\p{L}+){0,4} (?:on|at|to))(?: the| our| my)?(?: [\\p{L}-]+){0,3} mailing list|follow me|in the comments(?! (?:of|on|to) (?:the|an?|his|her|their) )|(?:in|to|use|see|visit) (?:the|my|our) comments? section|comment below|mailing me|e-?mail (?:me|us)|(?:(?:^|(?:you|please|to|can|and|or) )(?:comment|discuss|up-?vote|vote|submit)(?: \\p{L}+){0,4}|(?:the|your|our) (?:comments?|discussions?|threads?)(?: (?:of|about|for|on) (?:this|the|my)(?: \\p{L}+)?)?(?: is| are)?) (?:on|at) hacker news|(?:(?:find|follow|message|ping|contact|reach|tell|hit|join|ask|to|with|at) (?:me|us|them)(?: up)?|i['’]m|we['’]re|we are|i am|also|discuss|discussion|share (?:it|them|this)|know)(?: also)? on (?:twitter|mastodon|bluesky|linkedin|patreon|zulip|discord|slack)(?!\\p{L})`,
    ),
    why: 'it invites readers to do something, and says nothing about the subject',
    examples: [
      'We would love to hear from you.',
      'If it looks odd, please let us know on Zulip.',
      'Leave a comment.',
      'The discussion of this post is on Hacker News.',
      'Discuss on our forum, or on the harbour’s board!',
      'Find links and references mentioned in this post at lamps.',
      'You can also find me on Mastodon, where I talk about lids.',
      'If your lid is missing, feel free to tweet me.',
      'If you have an idea, please reach out!',
      'Hope to update the blog more often.',
      'We would like to show our gratitude to Ada.',
      'To help spread the word, boost this.',
      'The code of the lid can be found on our server.',
      'We would like to thank Ada for her lids.',
      'There is a unified changelog.',
      'For a deeper dive into lids, take a look at our annual report.',
      'Please note that the lid was made in a few hours.',
    ],
    not: [
      'Nobody let the cat know.',
      'I want a lid that will tell me if it leaks.',
      'Ana Keel: Tell me how you began.',
      'More rain fell than in May.',
      'It is a harbour where anyone can file an issue.',
      'What I say on Twitter, I would not say on LinkedIn.',
      'The lid made it to the front page of Hacker News.',
      'I tried it on long discussions on Hacker News.',
      'Thanks to a comment on Hacker News, I found the lid.',
      'She announced the lid in a letter to the makers on the Lids mailing list.',
      'That is something to mend, so we open an issue.',
      'Then you take a look at the lid, and you see that it leaks.',
      'Trolls came to us, and the comments section swelled.',
      'Please note that lid 2.1 mends a hole in its security, and everybody should fit it.',
      'Let’s take a look at the lid and why it leaks.',
      'We’re also going to take a look at the lid of tin.',
      'Every now and then I check out the lids of others.',
      'Everybody was eager to let us know what a lid we made.',
      'Join us in Berlin, Germany, 17 September, for the first fair of lids!',
      'Ada disagreed in the comments to the post on lids.',
      'She kept expressing gratitude to me.',
    ],
  },
  {
    pattern: words(
      `(?:many|hundreds of|the following|\\d+) (?:people|contributors) (?:came together|contributed|helped)|without (?:all of )?(?:you|them)[.!]|^(?:hello|hi|hey|greetings|good (?:morning|evening|afternoon)|welcome(?: back)?)(?=[ ,!.]+(?:again|from|to|there|everyone|everybody|all|folks|friends|world|and)|[,!.])|^thanks(?=[!.,])|^(?:i['’]m |i am |we['’]re )?sorry (?:about|for)|^(?:my |our )?apologies (?:for|to)|^it(?:['’]s| has) been (?:a (?:little )?while|a little bit|a long time|quite a while|some time|too long)(?= since (?:i|we|my|our|the last (?:post|update|entry|issue|article))|[.,!])|^(?:this (?:setup|guide|tutorial|section|part) )?assum(?:es|ing) (?:that )?you(?!\\p{L})|come say (?:hi|hello)|^(?:licen[sc]ed|released|available|distributed) under|thanks (?:for|everyone|everybody|again|so much|very much|to (?:everyone|everybody|all|you|my|those(?! \\p{L}+ (?:you|we|i|it|the))|the (?:\\p{L}+ )?(?:team|people|community|folks|reviewers|contributors)))|(?<!(?:will|would) )thank (?:you(?! (?:e-?mail|letter|note|card))|everyone|all)|many thanks|special thanks|shout-?outs?|^kudos|kudos(?=(?: \\p{L}+)? (?:to|for)|[!,.])
|(?:post|article|blog|story|piece|interview)(?: (?:post|entry))? (?:was |is |has been |also |had been )+(?:originally |first |previously |also |cross-?)*(?:published|posted|appeared) (?:on|in|at|to|by)\\b|(?:at|on|in) the (?:top|bottom|side|foot) of (?:this|the|every|each) (?:page|site|post|article)\\b|huge thank|(?<!(?:things?|what|that|which) )(?:we|i)(?: are| am|['’]re|['’]m) (?:very |so |deeply |incredibly )?(?:grateful|thankful) (?:to|for)(?! [^.!?]{1,40} for (?:proving|showing|reminding|demonstrating)(?!\\p{L}))|i hope that(?! (?:this|these|it)(?!\\p{L}))|happy (?:hacking|coding|reading|cooking|new year|holidays|birthday)|(?:opinions|views) (?:\\p{L}+ ){0,4}(?:are )?my own|(?:speak|speaking|spoke) for myself|until next time|see you (?:soon|there|next)|(?<![—–;-] )that['’]s (?:all|it)(?: for|[.!])|(?<=^|i |we |do |and |but |we all )hope (?:that )?(?:you(?! will join)|${NOT_USE})`,
    ),
    // `We are grateful for your gifts, and we built a lid.`, `Hello, I am Ada, and I build lids.`, `It’s been a while, but the new lid is packed with wax.`
    unless:
      /\b(?:grateful|thankful)\b.*, (?:and|but|so) (?:we|I|our) (?!(?:hope|look|are|can|wish|want|would|will)\b).{20}|^[Ii]t(?:['’]s| has) been\b.*, (?:but|and|so)\b.{40}|^(?:[Hh]ello|[Hh]i|[Hh]ey|[Gg]reetings|[Ww]elcome)\b.*\b(?:(?:I|we|We) (?:am|are|was|were|have|had|will|want|built|made)|(?:I|we|We)['’](?:m|re|ve|ll|d)|[Mm]y name is)\b.{30}|^[Ww]elcome\b.{0,60}\b(?:for|of|to|from) (?:the )?[“"]?\p{Lu}[^,]{1,40},[”"]? (?:an?|the|our|covering|where|in which) .{20}|^[Hh]ello,? [Ww]orld!?[”"»’'*_]* (?:is|was|has|program|example|app|in)\b|^(?:[Hh]ello|[Hh]i|[Hh]ey)\b[^.!?]{0,30}\b(?:[Tt]his is|[Ii]t['’]s) \p{Lu}.*\b(?:about|from|on|of|in) .{8}/u,
    why: 'thanks, greetings and wishes are not its content',
    examples: [
      'Thanks to everyone who helped.',
      'We are grateful to Ada for her lids.',
      'I hope you enjoyed it.',
      'Happy hacking!',
      'Hello again from the workshop.',
      'Welcome to our blog.',
      'Welcome to the Kettle Weekly.',
      'Thanks!',
      'Sorry about the lack of posts.',
      'Licensed under the MIT licence.',
      'As a reminder, I am speaking for myself.',
      'This guide assumes that you have a lid.',
      'Come say hello.',
      'This post was originally published on the blog of the workshop.',
      'At the bottom of this page, you will notice a lid.',
    ],
    not: [
      'The pump runs thanks to a spring.',
      'We had lost hope.',
      'It has been a long time since the last flood of the river.',
      'Nothing beats a thank you letter.',
      'It keeps the steam in — that’s it.',
      'We hope this new lid will help people boil water.',
      'Thanks to those lids you can boil water twice.',
      'These are the things I’m grateful for.',
      'I am holding out hope that this lid fits.',
      'We hope that others build lids.',
      'A crew builds a lid called “Kudos” for cooks.',
      'Hello everyone, I am Ada, and I build a new lid for the kettle.',
      'Welcome to the first letter for Lamphouse, a project that gives lids a new beginning.',
      'Hey, this is Ada, bringing you the latest news about lids on kettles.',
      'The lid was first published as a drawing.',
      'Wash the lid twice, and your guests will thank you.',
      'A lid is a disc with a knob; that’s it.',
      '“Hello, World!” is the first thing that a new lid says.',
      'Welcome to “What’s new in lids,” a digest of all that the makers of lids have said.',
      'Welcome to the Lids on Ice series, covering how lids of ice are made.',
      'We’re grateful to Ada for proving once again why a kettle needs a lid.',
      'It’s been a while since the last release, but the new one is packed with lids of all kinds.',
    ],
  },
  {
    pattern:
      /^(?:for (?:(?:an?|the|all|more|full|further|additional|complete|some|other|any|its|gory|technical|installation|upgrade) )*(?:information|info|details?|instructions|background|explanation|list|changelog|descriptions?|summary|overview|reference)(?!\p{L})[^.!?]{0,160}(?<!\p{L})(?:see|look at|read|visit|consult|refer to|check|head (?:over )?to|go to|have a look at|take a look at)(?!\p{L})|(?:(?:an?|the|all|more|full|further|additional|complete|other|older|detailed|our|my|original|short) )*(?:list|overview|summary|changelog|changes|descriptions?|details|info|information|instructions|specifications?|code|slides|minutes|material|documentation|posts|episodes|issues)(?!\p{L})(?: [^\s.,!?]+){0,8} (?:is|are|can (?:also )?be) (?:also |now )?(?:found|available|listed|read|seen|viewed) (?:in|on|at|here|via|online|from)(?!\p{L})|(?:(?:please|or|also|and|as always),? )+(?:look at|refer to|consult|have a look at|visit|head (?:over )?to) (?:the|our|my|their)(?!\p{L})|(?:please |you can )?(?:refer to|consult) (?:the|our|its) [^.!?]{0,40}(?:release notes|change ?log|readme|docs|documentation|manual)(?!\p{L})|you can (?:also )?(?:download|find|get|read|see|browse) [^.!?]{1,80}(?<!\p{L})here(?=[:.!])|please read (?:this|the) (?:post|notice|text|article|page)(?!\p{L}))/iu,
    why: 'it says where the rest is',
    examples: [
      'For information about how the new lid works you can look at the talk of Ada from the fair.',
      'For an explanation of this lid, please see the end of the letter.',
      'A list of all changes is found in the letters.',
      'The complete list of changes is available in the changelog.',
      'An overview can be found on Lid News.',
      'Or, as always, look at the release notes of the lid that you use.',
      'Please consult the readme for the changes.',
      'You can download the list of the lids here: Lids of 2026.',
      'Please read this notice carefully.',
    ],
    not: [
      'For more than a year we have read the minutes.',
      'The list is long.',
      'The lid is available on the downloads page.',
      'For example, see how the lid is made of clay.',
      'You can see the sea here, and the lid.',
    ],
  },
  {
    pattern:
      /^(?:unless|except where|if not) (?:(?:explicitly|otherwise|specifically|expressly|it is) ){0,2}(?:stated|noted|mentioned|specified|indicated|marked)(?: otherwise)?(?!\p{L})/iu,
    why: 'a proviso about changes that are listed below it',
    examples: [
      'Unless explicitly stated, all the changes are of the new lid.',
      'Unless otherwise noted, these are lids of tin.',
    ],
    not: ['Unless the lid is stated to be hot, hold it.', 'All lids are of tin, unless otherwise noted.'],
  },
  {
    pattern:
      /^(?:our|the) (?:overall |quarterly |public |project )*(?:road ?map|goals|plans?|calendar|schedule|agenda|minutes)(?: and (?:\p{L}+ ){0,2}\p{L}+)? (?:is|are) (?:also |now )?(?:available |published |kept )?online(?!\p{L})/iu,
    why: 'every issue says where that page is',
    examples: [
      'Our overall roadmap and quarterly goals are available online.',
      'Our roadmap is available online, including the plans for May.',
    ],
    not: ['Our new kettle is available online.'],
  },
  {
    pattern: words(
      `^(?:(?:\\p{L}+ \\d{4}|\\d{4}(?:-\\d\\d-\\d\\d)?|big|quick|important|fair|common|fun) )?(?:tip|update|edit|edited|correction|errata|disclaimer|disclosure|warning|heads up|notes?|side note|question|fact|p\\.?s|nb|source|link|via|h\\/?t|credits?|photo(?: credit)?|image(?: credit)?|tags|filed under|categories|aside|(?:trigger|content) (?:warning|note)|[tc]w|spoiler alert|reading time|further reading|related|see also|reference|download|demo|live demo|slides|video|source code|repo|repository|case \\d+|\\p{L}+['’]s? (?:notes?|tips?|remarks?|comments?))(?:[ ,(][^:]{0,24})?:\\p{L}*|^(?:p\\.s\\.|note that|note this (?:is|post|article|was)|disclaimer,)`,
    ),
    unless: /^Question: \p{Lu}.*\?$/u,
    why: 'a remark beside the text, not its content',
    examples: [
      'Update: the plan changed.',
      'September 2023 Update: parts moved.',
      'Note: the lid is hot.',
      'Download: all lids (2 KB)',
      'Warning:lids are hot.',
      'Ada’s notes: wait until the lid is cold.',
      'Link: All about lids',
      'CW: hot lids',
      'Note this is the long form of a talk on lids.',
    ],
    not: ['Notes were lost.', 'The update: nothing new.', 'Question: Should I keep the lid on?'],
  },
  ...EN_BYLINES,
  {
    pattern: words(
      `(?<=^|[,;] (?:and )?)you (?:can|may|could|might)(?: also| always| now)? (?:see|find|read|view|watch|check|browse|leave|learn|reach|contact|join|follow|support|sponsor|vote|sign up|register|ask(?! (?:it|them) to)|(?:download|get|try)(?=.{0,60} (?<!based )(?:on|in|at|via|from|here)(?!\\p{L})))(?: (?:out|more|it|them|all|us|me|the|an?|our|my|your|details?|examples?|feedback|everything))(?![\\p{L}])(?! books?(?!\\p{L}))(?=.{0,60} (?:on|in|at|about|via|through|by|for|of) )|(?:full |more |further |all )?details (?:(?:of|on|about|for) (?:[\\p{L}'’]+ ){1,5})?are (?:available |listed |described |given )?(?:in|on|at)|if you(?:['’]re| get| are) (?:ever )?stuck(?=[,.!]|$)|we (?:really )?look forward to|we (?:all )?hope (?:that )?(?:you(?! will join)|${NOT_USE})|here['’]s to|(?<=^|, |please |(?<!enough )to |can |just |also |and |or )send me (?:an?|your)|(?<!(?:people|they|folks|students|students also|readers|friends|often|sometimes|everyone|someone|somebody|will|would|can|could|to|that|which) |: )(?:tell|ask) (?:me|us) (?:about|what|if|how)`,
    ),
    unless: /\b(?:because|without|rather than)\b/,
    why: 'it sends readers somewhere else, or wishes them well',
    examples: [
      'You can find the minutes on the page of the team.',
      'If you like lids, you can see an example in the workshop.',
      'We hope that this tour was of use.',
      'Full details are available in the changelog!',
      'More details of what we did are listed in the letters.',
      'Here’s to 100 more lids!',
    ],
    not: [
      'People ask me how lids are made.',
      'Students also ask me how lids are made.',
      'Ada was kind enough to send me an early lid.',
      'You can boil the lid twice.',
      'You can read a book about lids, but in the end you have to boil water.',
      'You can ask it to send you a note on paper.',
      'You can try it for boiling, but not for frying.',
      'You can get a set of lids that fits using a ruler.',
      'We hope that these lids will serve as a model for kitchens.',
      'Today the kettle send me a note.',
      'You can see the sea.',
      'You can find lids in every kitchen.',
    ],
  },
  {
    pattern: words(
      `(?:our|my|the) funding comes from|^(?:this|my|our|the) (?:[\\p{L}-]+ ){1,4}(?:is|was|would|could|wouldn['’]t|couldn['’]t) (?:not )?(?:be |have been )?(?:only |made )?possible (?:without|thanks to|with) (?:(?:the|our|generous|financial) ){0,3}(?:funding|funds|grants?|sponsors?|sponsorship|donations?|donors)|^this (?:work|project|post|article|research|development|effort|release|series) (?:is|was|has been) (?:(?:also|\\p{L}+ly|in part) )*(?:supported|funded|sponsored|made possible|paid for) (?:in part )?by|(?:we|i) (?:depend|rely) on (?:contributions?|donations?|sponsors?|your|the (?:support|generosity)|our (?:sponsors|supporters))|(?<!(?:people|who|opted|opting)(?: opt\\p{L}+)?(?: to)? )(?:make|making) (?:an?|your) (?:[\\p{L}-]+ )?(?:contribution|donation)|donate(?: to| today|(?=[.!]))|(?:patreon|ko-?fi|buy me a coffee|(?<!joined the ['"“]?|launching )github sponsors|open collective)|(?:become|becoming) a (?:sponsor|patron|member|supporter)|sponsor (?:me|us|this|our)|(?<!(?:funding|money|grant) to )support (?:our|my) (?:work|mission|project)(?=[.!,]|$| by)`,
    ),
    why: 'it asks readers for money, or says who paid',
    examples: [
      'All of our funding comes from people like you.',
      'We depend on contributions from our community.',
      'Please make an individual contribution.',
      'Become a sponsor today.',
      'This work is supported by the harbour and the guild of the lid makers.',
      'This research was generously funded by our harbour.',
      'This lamp would not be possible without funding from the harbour.',
      'Our work is only possible thanks to generous sponsors.',
    ],
    not: [
      'We depend on oil.',
      'This lamp would not be possible without oil.',
      'Donated lids leak.',
      'Over 200 people opted to make a donation.',
      'The project got the funding to support my work.',
      'We have joined the “GitHub Sponsors” program.',
      'Since launching GitHub Sponsors, 87 makers have held up our lids.',
    ],
  },
  {
    pattern:
      /^(?:(?:useful|full|all|the|our|more|important|quick|other) )*(?:release notes|change ?logs?|downloads?|links?|resources|references|documentation|docs|announcements?)(?: (?:and|&) \p{L}+)?\s?:$/iu,
    why: 'a label above links, whose addresses a summary leaves out',
    examples: ['Release notes:', 'Useful links:', 'Downloads and sources:'],
    not: ['Highlights:', 'Links between lids:', 'Release notes: the lid is new.'],
  },
  {
    pattern: /^for (?:our|the) (?:goals|archives?|back issues)(?!\p{L})[^.!?]{1,200} see (?:the|our) /iu,
    why: 'it says where the other issues are',
    examples: ['For our goals, the archives, and the way we work, see the Lamp News page.'],
    not: ['For our goals, we see lamps.'],
  },
];
