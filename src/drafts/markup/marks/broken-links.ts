import { type MarkRule, replacing } from './mark-rule.ts';

/** Links with a slip in their brackets, quotation marks or address, of which CommonMark shows everything as words. */
export const BROKEN_LINKS: readonly MarkRule[] = [
  {
    name: 'a blank behind a slash of an address',
    why: 'it came with the address from a line that was wrapped; no page has it',
    sample:
      'See [the log](https://example.org/ ana/log), [all](https://example.org/\n  logs) and [it](https://example.org/ "it").',
    leaves: 'See the log, all and it.',
    mayHold: (source) => /\]\(https?:\/\/[^()\s]+\s+[^"'()\s]/.test(source),
    find: replacing(
      /\]\((https?:\/\/[^()\s<>]{1,500})(?: |\r?\n[ \t]{0,12})([^()\s<>"']{1,500})\)/g,
      ([, before = '', behind = '']) =>
        before.endsWith('/') || behind.startsWith('/') ? `](${before}${behind})` : undefined,
    ),
  },
  {
    name: 'marks around an address',
    why: 'the author copied them with the address, or meant them for the words; no address begins with one',
    sample:
      'See [the log]("https://example.org/log"), [all](*https://example.org/logs) and [it](‘https://example.org/it’).',
    leaves: 'See the log, all and it.',
    mayHold: (source) => /\]\([ \t]?["'“”‘’„*_`]/.test(source),
    find: replacing(
      /\]\([ \t]?["'“”‘’„*_`]{1,3}(https?:\/\/[^\s()<>"'“”‘’`*]{1,1000})["'“”‘’*_`]{0,3}[ \t]?\)/g,
      ([, address = '']) => `](${address})`,
    ),
  },
  {
    name: 'a blank inside the brackets of a bare address',
    why: 'it came with the address from another line; Markdown then shows the brackets',
    sample: 'See < https://example.org/log>, <https://example.org/logs > and <https://example.org/ it>.',
    leaves: 'See https://example.org/log, https://example.org/logs and https://example.org/it.',
    mayHold: (source) => /<[ \t]{1,3}https?:|<https?:[^\s<>]+[ \t]/.test(source),
    find: replacing(
      /<[ \t]{0,3}(https?:\/\/[^\s<>"']{1,1000})(?:(?<=\/)[ \t]([^\s<>"'=]{1,1000}))?[ \t]{0,3}>/g,
      ([whole, address = '', rest = '']) => (/\s/.test(whole) ? `<${address}${rest}>` : undefined),
    ),
  },
  {
    name: 'a line break inside an address',
    why: 'an editor wrapped the line at a hyphen or a slash of the address; no page has white space there',
    sample: 'See [the log](../2026/the-log-of-\nmay.html) and [it](https://example.org/the-\n  log).',
    leaves: 'See the log and it.',
    mayHold: (source) => /\]\([^()\s]+\r?\n/.test(source),
    find: replacing(
      /\]\(((?!https?:\/\/[^()\s]{0,500}\/\r?\n)[^()\s<>"']{1,500}[-/_=&?.%+])\r?\n[ \t>]{0,12}([^()\s<>"']{1,500})\)/g,
      ([, before = '', behind = '']) => (/[/.:]/.test(before) ? `](${before}${behind})` : undefined),
    ),
  },
  {
    name: 'a square bracket behind an address',
    why: 'a slip of the finger: the round one is meant',
    sample: 'See [the log](https://example.org/log] of May.',
    leaves: 'See the log of May.',
    mayHold: (source) => /\]\(https?:\/\/[^()[\]\s]+\]/.test(source),
    find: replacing(
      /(\[[^[\]\n]{1,300}\]\(https?:\/\/[^()[\]\s<>]{1,500})\](?=[\s.,;:!?]|$)/g,
      ([, link = '']) => `${link})`,
    ),
  },
  {
    name: 'quotation marks inside the title of a link',
    why: 'the first Markdown read the title up to the last of them, and old posts rely on it',
    sample: 'See [the log](https://example.org/log "The "old" log of May") of May.',
    leaves: 'See the log of May.',
    mayHold: (source) =>
      /\]\([^()\s]+\s+"[^"\n]*"[^)\s]/.test(source) || /\]\([^()\s]+\s+"[^"\n]*" [^)]/.test(source),
    find: replacing(
      /\]\((<[^<>\n]{1,1000}>|(?!\{[{%])[^\s()<>]{1,1000})\s{1,3}"((?:[^"\n]|"(?!\)|\n)|\n(?![ \t]*\n)){1,300})"\)/g,
      ([, target, title = '']) =>
        /(?<!\\)"/.test(title) ? `](${target} "${title.replace(/(?<!\\)"/g, '\\"')}")` : undefined,
    ),
  },
  {
    name: 'an escaped bracket inside an address',
    why: 'an editor escaped the inner one; it closes the pair in the address',
    sample:
      'See [the log](https://example.org/Log_(May\\)) and [it](https://example.org/Log_(May\\)#rise) of May.',
    leaves: 'See the log and it of May.',
    mayHold: (source) => /\]\([^\s()]+\([^\s()]+\\\)/.test(source),
    find: replacing(
      /\]\((https?:\/\/[^\s()\\<>]{1,500}\([^\s()\\<>]{1,300})\\\)([^\s()\\<>]{0,300})\)/g,
      ([, address = '', behind = '']) => `](${address})${behind})`,
    ),
  },
  {
    name: 'escaped signs in a bare address',
    why: 'an export escaped them; Markdown takes the backslash for a part of the address',
    sample: 'See https://example.org/log\\_of\\_may.txt there.',
    leaves: 'See https://example.org/log_of_may.txt there.',
    mayHold: (source) => /https?:\/\/[^\s<>()]*\\[_~]/.test(source),
    find: replacing(/(?<![[(<"'=\w])https?:\/\/[^\s<>()[\]`"']{1,500}/g, ([address]) =>
      /\\[_~]/.test(address) ? address.replace(/\\([_~])/g, '$1') : undefined,
    ),
  },
  {
    name: 'an address written twice',
    why: 'an editor made a link of the address inside a link',
    sample: 'See [the log](https://example.org/log](https://example.org/log).',
    leaves: 'See the log.',
    mayHold: (source) => /\]\(https?:\/\/[^()[\]\s]+\]\(/.test(source),
    find: replacing(/\]\((https?:\/\/[^()[\]\s<>]{1,500})\]\(\1\)/g, ([, address = '']) => `](${address})`),
  },
  {
    name: 'blanks in the letter of a mail address',
    why: 'the page encodes them; Markdown takes no blank in an address, and would show all of it',
    sample: 'Write [to us](mailto:ana@example.org?subject=Gate&body=Hello Ana. It is [open].) in May.',
    leaves: 'Write to us (ana@example.org) in May.',
    mayHold: (source) => /\]\(mailto:[^()\s]+[ \t]/.test(source),
    find: replacing(/\]\((mailto:[^\s()<>?]{1,200}\?[^()\n<>]{1,1000})\)/g, ([, address = '']) =>
      /[ \t]/.test(address) ? `](${address.trim().replace(/\s/g, '%20')})` : undefined,
    ),
  },
  {
    name: 'a frame around the picture of a link',
    why: 'the tag parts blocks, and would part the picture from its brackets',
    sample:
      'It rose.\n\n[<center><img src="mast.png" alt="A mast" /></center>](https://example.org/mast)\n\nIt fell.',
    leaves: 'It rose. It fell.',
    mayHold: (source) => /\[<(?:div|p|center)>\s*<img/.test(source),
    find: replacing(
      /\[<(div|p|center)>\s*(<img\s[^<>]{1,2000}>)\s*<\/\1>\](?=[[(])/g,
      ([, , picture = '']) => `[${picture}]`,
    ),
  },
  {
    name: 'a caption’s tag inside the words of a link',
    why: 'the tag parts blocks, and would part the words from their brackets',
    sample:
      'It rose.\n\n[<figcaption>The mast in May</figcaption>][mast]\n\n[mast]: https://example.org/mast',
    leaves: 'It rose. The mast in May',
    mayHold: (source) => /\[<(?:figcaption|div|p|center|h[1-6])\b/.test(source),
    find: replacing(
      /\[<(figcaption|div|p|center|h[1-6])(?: [^<>\n]{0,300})?>([^<>[\]\n]{1,300})<\/\1>\](?=[[(])/g,
      ([, , words = '']) => `[${words.trim()}]`,
    ),
  },
  {
    name: 'a bracket before a picture that nothing closes',
    why: 'the rest of its link was lost; nobody means the bracket',
    sample: 'It rose.\n\n[![A mast](mast.png)\n\nIt fell.',
    leaves: 'It rose. It fell.',
    mayHold: (source) => source.includes('[!['),
    find: replacing(
      /^\[(!\[[^[\]\n]{0,300}\]\([^()\n]{1,500}\))[ \t]*(?=\n[ \t]*\n[ \t]*[^\]\s]|\s*$(?![\s\S]))/gm,
      ([, picture]) => picture,
    ),
  },
];
