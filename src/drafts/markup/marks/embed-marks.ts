import type { Edit } from '../../edits.ts';
import { PICTURE_FILE } from '../../picture-file.ts';
import { attributesOf } from '../attributes.ts';
import { pageOfCall, pageOfFrame } from '../embeds.ts';
import { excerptOf } from '../markup-token.ts';
import { type MarkRule, type MarkSearch, replacing } from './mark-rule.ts';

/** Kinds of things that another site shows, as the engines name them. */
const SHOWN =
  'youtube|vimeo|video|audio|oembed|embed|card|tweet|twitter|x|instagram|gist|github|codepen|codesandbox|stackblitz|jsfiddle|figma|slideshare|speakerdeck|docswell|blueprintue|spotify|soundcloud|twitch|loom|giphy|pinterest|streamable|tiktok|asciinema|prezi|osf|code|toc';

const ADDRESS = /^<?(https?:\/\/[^\s<>"'`{}]+?)>?$/i;

/** Replaces an embed by its address; one that has none, such as a file of the project, is reported. */
function shownAt(kind: string, value: string, written: string, { search, offset }: Place): string {
  const target = /\]\((\S+)\)$/.exec(value.trim())?.[1] ?? value.trim();
  const address = ADDRESS.exec(target)?.[1];
  const page =
    address === undefined ? pageOfCall(kind, attributesOf(target)) : (pageOfFrame(address) ?? address);
  const message =
    page === undefined
      ? `\`${excerptOf(written, 40)}\` embeds something that only the blog can show; write its words here, or remove it`
      : `\`${excerptOf(written, 40)}\` can’t be shown in a post, so its address takes its place`;
  search.notes.push({ code: page === undefined ? 'embedded-note' : 'not-text', offset, message });
  return page ?? '';
}

type Place = { readonly search: MarkSearch; readonly offset: number };

/** Code alone in a paragraph that begins with a kind. */
const CODE_CALL = new RegExp(
  `(?<=(?:^|\\n)[ \\t]*\\r?\\n|^)\`(${SHOWN}):[ \\t]*([^\`\\n]{1,500}?)[ \\t]*\`[ \\t]*(?=\\r?\\n[ \\t]*(?:\\r?\\n|$)|$)`,
  'g',
);

/** Finds Gatsby's embeds, which are code for every other engine: `` `youtube: abcdefghijk` `` alone in a paragraph. */
function codeEmbeds(search: MarkSearch): Edit[] {
  const outside: MarkSearch = {
    ...search,
    // In a fenced block, the line end above it is code, too.
    skip: (offset) => offset > search.from && search.skip(offset - 1),
  };
  return replacing(CODE_CALL, ({ 0: written, 1: kind = '', 2: value = '', index }) => {
    const isShown =
      ADDRESS.test(value) ||
      pageOfCall(kind, attributesOf(value)) !== undefined ||
      /\]\(https?:\/\/\S+\)$/.test(value) ||
      (kind === 'embed' && /^[\w./-]+\.\w+(?:\{.*\})?$/.test(value));
    return isShown ? shownAt(kind, value, written, { search, offset: index }) : undefined;
  })(outside);
}

/** Marks for what another site shows, one row per engine: its address takes their place. */
export const EMBED_MARKS: readonly MarkRule[] = [
  {
    name: 'embeds of Zenn, VuePress and markdown-it',
    why: '`@[kind](what)` alone on a line shows a video, a card, or a file of the project',
    sample: 'It rose:\n\n@[youtube](abcdefghijk)\n\n@[code](./float.js)',
    leaves: 'It rose: https://www.youtube.com/watch?v=abcdefghijk',
    mayHold: (source) => source.includes('@['),
    find: replacing(
      new RegExp(`^@\\[(${SHOWN})\\]\\(([^)\\n]{1,500})\\)[ \\t]*$`, 'gm'),
      ({ 0: written, 1: kind = '', 2: value = '', index }, search) =>
        shownAt(kind, value, written, { search, offset: index }),
    ),
  },
  {
    name: 'embeds of Hashnode',
    why: '`%[address]` alone on a line shows a card or a video',
    sample: 'It rose:\n\n%[https://example.org/radar]',
    leaves: 'It rose: https://example.org/radar',
    mayHold: (source) => source.includes('%['),
    find: replacing(/^%\[(https?:\/\/[^\s\]]+)\][ \t]*$/gm, ({ 0: written, 1: value = '', index }, search) =>
      shownAt('embed', value, written, { search, offset: index }),
    ),
  },
  {
    name: 'embeds of Grav',
    why: 'a link whose words are a plugin shows what it leads to',
    sample: 'It rose:\n\n[plugin:vimeo](https://vimeo.com/12345678)',
    leaves: 'It rose: https://vimeo.com/12345678',
    mayHold: (source) => source.includes('[plugin:'),
    find: replacing(
      /\[plugin:([\w-]+)\]\((https?:\/\/[^\s)]+)\)/g,
      ({ 0: written, 1: kind = '', 2: value = '', index }, search) =>
        shownAt(kind, value, written, { search, offset: index }),
    ),
  },
  {
    name: 'embeds of Gatsby',
    why: 'its plugins read code that is alone in a paragraph and begins with a kind',
    sample: 'It rose:\n\n`youtube: abcdefghijk`\n\nThe rule `video: none` stays:\n\n`video: none`',
    leaves: 'It rose: https://www.youtube.com/watch?v=abcdefghijk The rule video: none stays: video: none',
    mayHold: (source) => /(?:^|\n)`[a-z]+:/.test(source),
    find: codeEmbeds,
  },
  {
    name: 'links of Kirby',
    why: 'Kirby writes a link as `(link: address text: words)`; without words, it is a remark in brackets',
    sample: 'See (link: https://example.org/log text: the log) or (email: ana@example.org).',
    leaves: 'See the log or (email: ana@example.org).',
    mayHold: (source) => /\((?:link|file|email|tel): ?\S+ text:/.test(source),
    find: replacing(
      /(?<![\]\w])\((link|file|email|tel): ?([^\s()]+) text: ?([^()\n]{1,300})\)/g,
      ([, kind = '', target = '', rest = '']) => {
        const scheme = kind === 'email' ? 'mailto:' : kind === 'tel' ? 'tel:' : '';
        return `[${rest.replace(/ (?:class|title|target|rel|popup|lang): .*$/, '')}](<${scheme}${target}>)`;
      },
    ),
  },
  {
    name: 'pictures and videos of Kirby',
    why: 'Kirby writes them as `(kind: value name: value)` alone on a line',
    sample: 'It rose:\n\n(image: mast.jpg alt: A mast)\n\n(video: https://vimeo.com/12345678)',
    leaves: 'It rose: https://vimeo.com/12345678',
    mayHold: (source) => /^\((?:image|video|youtube|vimeo|gist|twitter):/m.test(source),
    find: replacing(
      /^\((image|video|youtube|vimeo|gist|twitter): ?([^()\n]{1,500})\)[ \t]*$/gm,
      ({ 0: written, 1: kind = '', 2: values = '', index }, search) => {
        const [value = '', ...rest] = values.split(/ (?=(?:alt|caption|link|class|title|width|height): )/);
        if (kind === 'image') {
          if (!PICTURE_FILE.test(value)) return undefined;
          const named = (name: string): string =>
            rest
              .find((one) => one.startsWith(`${name}:`))
              ?.slice(name.length + 1)
              .trim() ?? '';
          return `![${named('alt')}](<${value}>)\n\n${named('caption')}`;
        }
        const isShown = ADDRESS.test(value) || pageOfCall(kind, attributesOf(value)) !== undefined;
        return isShown ? shownAt(kind, value, written, { search, offset: index }) : undefined;
      },
    ),
  },
];
