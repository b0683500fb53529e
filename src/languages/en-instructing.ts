import { anyOf, opening, type PhraseRule } from './phrases.ts';
import { ENTERS } from './remedies.ts';

/** What cooks do, and those who set up a program. Advice in general (`avoid`, `measure`) is not among it. */
const DO =
  anyOf(`add, mix, stir, pour, bake, chop, slice, dice, peel, boil, simmer, fry, sauté, roast, grill, drain, rinse, whisk, beat, fold, knead, roll,
  season, sprinkle, garnish, preheat, heat, cook, bring, remove, transfer, combine, place, put, cut, cover, drizzle, toss, serve, refrigerate, marinate, spread,
  click, double-click, right-click, tap, press, select, open, close, type, enter, paste, copy, drag, scroll, hover, install, uninstall, run, rerun, restart,
  reboot, download, upload, import, export, create, save, rename, delete, replace, set, reset, configure, enable, disable, connect, disconnect, plug, unplug,
  clone, commit, push, navigate, log in, sign in, log into, insert, attach, go to, go into, go back, switch to, repeat, append, edit, fill, unzip, extract,
  poach, rub, layer, wash, melt, crush, grate, squeeze, blend, steam, brush, dip, coat, arrange, lay, leave (?:the|it|to), split, shape, divide, turn (?:on|off|up|down|the|it), return to,
  screw, unscrew, glue, drill, attach, solder, wait (?:for|until|a)`);

/** A step with its reason is advice. */
const SAYS_WHY = /\b(?:because|since|so that|otherwise)\b/;

/** The same, or what has come to help: `Enter lids of tin!` */
const NO_STEP = new RegExp(`${SAYS_WHY.source}|${ENTERS}!$`, 'iu');

/** English steps of an instruction. */
export const EN_INSTRUCTING: readonly PhraseRule[] = [
  {
    pattern: opening(
      `(?:(?:just|simply|then|now|next|finally|first|again|also|carefully|gently|gradually|quickly|please),? (?:and |also |simply |just )?)?${DO}`,
      "(?! (?:[\\p{L}-]+ )?(?:is|are|was|were|has|have|had|can|will|would|up|by|adds?|takes|costs|of)(?![\\p{L}’'-]))(?=[ ,])",
    ),
    unless: NO_STEP,
    why: 'a step of an instruction says nothing without the others',
    examples: [
      'Add the flour and stir.',
      'Then click on the lid.',
      'Simply run the script again.',
      'Enter your name!',
    ],
    not: [
      'Add the flour slowly, because lumps stay.',
      'Place names are old.',
      'Run by the harbour, the ferry is late.',
      'Set up in 1931, the lamp still burns.',
      'Cut of the lids.',
      'Enter lids of tin!',
    ],
  },
  {
    pattern: opening(
      `(?:(?:to|when|once|if|after|before|while|as soon as|in|on|at|from|using|with|for) [^,.:;]{2,80}, )(?:then |just |simply |you(?:['’]ll| will)? (?:need|have|want) to |you (?:just|simply|can now) )?${DO}`,
      "(?= (?:the|a|an|your|in|on|to|it|them|some|another|both|all|until|with|this|up|into|from)(?![\\p{L}’'-]))",
    ),
    unless: SAYS_WHY,
    why: 'a step of an instruction says nothing without the others',
    examples: [
      'After ten minutes, add the flour.',
      'To see the lid, open the box.',
      'In the kitchen, you need to open the box.',
    ],
    not: ['In May, open lids are rare.', 'To see the sea, we left.'],
  },
  {
    pattern: opening(
      "(?:(?:to|with|for|in) [^.:;]{2,60}?,? )?(?:i|we)(?:(?:[’']ll| will| can)? (?:then |now |first |just )?(?:need|have|want) to|(?: then| first| now)? (?:start|started|begin|began) (?:off |out )?by) (?:[\\p{L}-]+ )?\\p{L}+(?= (?:an?|the|our|my|your|up|some|in) )",
    ),
    unless: SAYS_WHY,
    why: 'what its author does first is a step too',
    examples: [
      'We start by opening the lid.',
      'To light the lamp we need to open the lid.',
      'I then need to open a lid.',
    ],
    not: ['We start at nine.', 'We need lids.'],
  },
  {
    pattern: opening(
      `(?:(?:to|before|in order to) [^,.:;]{2,80}, )?(?:first,? )?you(?:['’]ll| will)(?: also| first)? need (?:an?|the|some|to have|\\p{Lu}\\p{L}*)`,
    ),
    unless: SAYS_WHY,
    why: 'what readers need before the steps says nothing without them',
    examples: ['You’ll need a lid to do this.', 'To start, you will need Ruby and a lid.'],
    not: ['You will need it because lids leak.', 'All you need is a lid.'],
  },
];
