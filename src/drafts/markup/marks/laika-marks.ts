import { TEX } from '../../markdown/formula-syntax.ts';
import { attributeOf, attributesOf } from '../attributes.ts';
import { excerptOf } from '../markup-token.ts';
import { isAlone } from '../token-case.ts';
import { embedded, type MarkRule, noText, replacing } from './mark-rule.ts';

/** What only Laika writes: the end of a directive, or one with a value. */
const isLaika = (source: string): boolean =>
  source.includes('@:') && /@:@|@:(?:image|include|callout|style|icon|fragment)\(/.test(source);

/** The directives that style, fold or choose words, or stand for a part of the page; what is between them and `@:@` stays. */
const OF_PAGE =
  /^(?:style|callout|fragment|format|html|select|choice|icon|todo|pageBreak|navigationTree|breadcrumb|toc|if|for|else|empty|separator|attribute)$/;

/** The directives of the other rows. */
const OF_OTHER_ROWS = /^(?:math|image|include|embed|snip|api|source)$/;

/** Marks of Laika, the generator of Scala’s sites, one row per kind. */
export const LAIKA_MARKS: readonly MarkRule[] = [
  {
    name: 'Laika’s formulas',
    why: 'what is between `@:math` and `@:@` is TeX, in a sentence or on lines of its own',
    sample: 'It holds @:math x^2 @:@ litres in @:math ms @:@.\n\n@:math\na_1 \\le b\n@:@',
    leaves: 'It holds x² litres in ms. a₁ ≤ b',
    notInMdx: true,
    mayHold: (source) => source.includes('@:math'),
    find: replacing(
      /@:math(?:\(\))?(?=\s)((?:(?!@:|\n[ \t]*\n)[\s\S]){1,2000})@:@/g,
      ({ 0: whole, 1: inside = '', index }, { source }) => {
        const tex = inside.trim();
        const end = index + whole.length;
        if (tex === '') return '';
        if (inside.includes('\n') && isAlone(source, index, end)) return `$$\n${tex}\n$$`;
        const line = tex.replace(/\s+/g, ' ');
        // `ms` and `*` say the same without the signs of a formula, between which they are not read as one.
        return TEX.test(line) ? `$${line}$` : escaped(line);
      },
    ),
  },
  {
    name: 'Laika’s pictures',
    why: 'the path is in parentheses, and the alt text among the settings behind it',
    sample: 'Words.\n\n@:image(/img/mast.png) { alt: A mast, style: wide }',
    leaves: 'Words.',
    notInMdx: true,
    mayHold: (source) => source.includes('@:image('),
    find: replacing(
      /@:image\(([^()\s]{1,500})\)(?:[ \t]{0,9}\{([^{}]{0,1000})\})?/g,
      ([, path = '', settings = '']) => `![${altOf(settings)}](<${path.replace(/[<>]/g, '')}>)`,
    ),
  },
  {
    name: 'Laika’s included files',
    why: 'another file is put there',
    sample: 'Words.\n\n@:include(/img/places/harbour.md)',
    leaves: 'Words.',
    notInMdx: true,
    mayHold: (source) => /@:(?:include|embed|snip)\(/.test(source),
    find: replacing(/^[ \t]*@:(?:include|embed|snip)\([^()\n]{1,500}\)[ \t]*$/gm, (match, search) => {
      embedded(search, match.index, match[0].trim());
      return '';
    }),
  },
  {
    name: 'Laika’s names of types',
    why: 'a link to the documentation of a type, which shows the type’s own name',
    sample: 'Read @:api(harbour.tides.Gauge) first.',
    leaves: 'Read Gauge first.',
    notInMdx: true,
    mayHold: (source) => /@:(?:api|source)\(/.test(source),
    find: replacing(
      /@:(?:api|source)\(([\w.$]{1,200})\)/g,
      ([, name = '']) => `\`${name.split(/[.$]/).findLast((part) => part !== '') ?? name}\``,
    ),
  },
  {
    name: 'Laika’s other directives',
    why: 'they style the words up to `@:@`, or stand for a part of the page',
    sample: '@:callout(info)\n  The @:style(big)tide@:@ comes.\n@:@\n\n@:navigationTree { entries = [] }',
    leaves: 'The tide comes.',
    notInMdx: true,
    mayHold: isLaika,
    find: replacing(
      /@:@|(?<![\w@])@:([A-Za-z]\w{0,40})(?:\(([^()\n]{0,300})\))?(?:[ \t]{0,9}\{[^{}]{0,1000}\})?/g,
      ({ 0: whole, 1: name, index }, search) => {
        if (name === undefined) return '';
        if (OF_OTHER_ROWS.test(name)) return undefined;
        if (OF_PAGE.test(name)) {
          noText(search, index, `\`${excerptOf(whole, 40)}\` is for Laika, not text`);
          return '';
        }
        if (!isAlone(search.source, index, index + whole.length)) return undefined;
        const message = `only the blog can work out what \`${excerptOf(whole, 40)}\` shows; it is left out`;
        search.notes.push({ code: 'not-text-dropped', offset: index, message });
        return '';
      },
    ),
  },
];

/** Returns the alt text among a picture’s settings: `alt: A mast, title: The mast`. */
function altOf(settings: string): string {
  const bare = /(?:^|[\s,])alt\s*[:=]\s*([^",\n]{1,300})/.exec(settings)?.[1]?.trim();
  const alt = bare ?? attributeOf(attributesOf(settings), 'alt') ?? '';
  return escaped(alt.replace(/\s+/g, ' '));
}

/** Returns words as Markdown shows them. */
const escaped = (words: string): string => words.replace(/[[\]\\<&*_`]/g, '\\$&');
