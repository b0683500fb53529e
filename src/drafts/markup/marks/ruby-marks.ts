import { HOLE } from '../hole.ts';
import { excerptOf } from '../markup-token.ts';
import { isAlone } from '../token-case.ts';
import { type MarkRule, replacing } from './mark-rule.ts';

/** A tag of ERB or EJS, with what it calls. */
const TAG = /(?<!\\)<%(?!%)([-=#@]?)\s*((?:(?!%>)[\s\S]){0,2000}?)\s*-?%>/g;
const QUOTED = /"([^"\n]*)"|'([^'\n]*)'/g;
const ALT = /\balt:\s*(?:"([^"\n]*)"|'([^'\n]*)')/;

const quotedIn = (text: string): string[] =>
  [...text.matchAll(QUOTED)].map(([, one, other]) => one ?? other ?? '');

/** Tags of Ruby’s and EJS’s templates: Middleman, Bridgetown, Nanoc. */
export const RUBY_MARKS: readonly MarkRule[] = [
  {
    name: 'code of Middleman',
    why: 'a block of code, with its language',
    sample: 'Words.\n\n<% code("ruby") do %>\nputs 1\n<% end %>',
    leaves: 'Words.',
    mayHold: (source) => /<%=?\s*code\b/.test(source),
    find: replacing(
      /^<%=?\s*code\s*(?:\(\s*["']([\w+#-]*)["']\s*\))?\s*do\s*%>[ \t]*\n([\s\S]{0,20000}?)^<%\s*end\s*%>[ \t]*$/gm,
      ([, language = '', code = '']) => `\`\`\`${language}\n${code}\`\`\``,
    ),
  },
  {
    name: 'tags of Ruby’s templates',
    why: 'pictures and links have their words in them; the rest is the blog’s program',
    sample:
      'See <%= link_to "the log", "https://example.org/log" %> of <%= site.title %>. <% if x %>\n\nIt binds (\\<%#), not $.\n\n<% end %>',
    leaves: `See the log of ${HOLE}. It binds (<%#), not $.`,
    mayHold: (source) => source.includes('<%'),
    find: replacing(TAG, (match, search) => {
      const { 1: sign = '', 2: call = '', index } = match;
      const [first = '', second = ''] = quotedIn(call);
      if (sign === '=' && /^image_tag\b/.test(call) && first !== '') {
        const alt = ALT.exec(call);
        return `![${(alt?.[1] ?? alt?.[2] ?? '').replace(/[[\]]/g, '')}](<${first.replace(/[<>]/g, '')}>)`;
      }
      if (sign === '=' && /^link_to\b/.test(call) && second !== '')
        return `[${first}](<${second.replace(/[<>]/g, '')}>)`;
      const isValue = sign === '=' && !isAlone(search.source, index, index + match[0].length);
      const written = excerptOf(match[0], 60);
      const message = isValue
        ? `only the blog can work out \`${written}\`; write the words themselves`
        : `\`${written}\` is part of the blog’s program, not text`;
      search.notes.push({ code: isValue ? 'template-value' : 'not-text', offset: index, message });
      return isValue ? HOLE : '';
    }),
  },
  {
    name: 'the end of a summary',
    why: 'Middleman and a plugin of Pelican cut their summaries there',
    sample: 'Words.\n\nREADMORE\n\nMore.',
    leaves: 'Words. More.',
    mayHold: (source) => /\n(?:READMORE|PELICAN_)/.test(source),
    find: replacing(/^(?:READMORE|PELICAN_(?:BEGIN|END)_SUMMARY)[ \t]*$/gm, () => ''),
  },
];
