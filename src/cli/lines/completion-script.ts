import type { AnyCommand, CommandEntry } from '../process/command.ts';

/** The shells that `completion` supports. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export type Shell = (typeof SHELLS)[number];

type CommandTable = Readonly<Record<string, CommandEntry>>;

type Word = { readonly word: string; readonly about: string };

const longFlag = (flags: string): string => /--[\w-]+/.exec(flags)?.[0] ?? flags;

/** Lists what can follow a command: its options, and the values of its first argument if there are few. */
function wordsAfter(command: AnyCommand): Word[] {
  const [first] = Object.values(command.arguments);
  const choices = (first?.choices ?? []).map((word) => ({ word, about: first?.about ?? '' }));
  const options = Object.values(command.options).map(({ flags, about }) => ({
    word: longFlag(flags),
    about,
  }));
  return [...choices, ...options, { word: '--help', about: 'show the help' }];
}

const words = (list: readonly Word[]): string => list.map(({ word }) => word).join(' ');
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

function bash(commands: ReadonlyMap<string, readonly Word[]>): string {
  const cases = [...commands].map(([name, list]) => `    ${name}) words=${quoted(words(list))} ;;`);
  return `_threadmill() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W ${quoted([...commands.keys(), 'help'].join(' '))} -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words='' ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o bashdefault -o default -F _threadmill threadmill
`;
}

function zsh(commands: ReadonlyMap<string, readonly Word[]>, table: CommandTable): string {
  const described = ({ word, about }: Word): string => quoted(`${word.replaceAll(':', '\\:')}:${about}`);
  const names = Object.entries(table).map(([word, { summary }]) => described({ word, about: summary }));
  const cases = [...commands].map(
    ([name, list]) => `    ${name}) offers=(${list.map(described).join(' ')}) ;;`,
  );
  return `#compdef threadmill
_threadmill() {
  local called="$words[2]"
  local -a offers
  if (( CURRENT == 2 )); then
    offers=(${names.join(' ')})
    _describe 'command' offers
    return
  fi
  case "$called" in
${cases.join('\n')}
  esac
  (( \${#offers} )) && _describe 'option' offers
  _files
}
compdef _threadmill threadmill
`;
}

function fish(commands: ReadonlyMap<string, readonly Word[]>, table: CommandTable): string {
  const names = Object.entries(table).map(
    ([name, { summary }]) =>
      `complete -c threadmill -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`,
  );
  const options = [...commands].flatMap(([name, list]) =>
    list.map(({ word, about }) => {
      const what = word.startsWith('--') ? `-l ${word.slice(2)}` : `-a ${word}`;
      return `complete -c threadmill -n '__fish_seen_subcommand_from ${name}' ${what} -d ${quoted(about)}`;
    }),
  );
  return `${[...names, ...options].join('\n')}\n`;
}

const WRITERS = { bash, zsh, fish } satisfies Record<Shell, unknown>;

/** Makes the completion script of a shell from the table of commands. */
export async function completionScript(shell: Shell, table: CommandTable): Promise<string> {
  const commands = new Map<string, readonly Word[]>();
  for (const [name, { load }] of Object.entries(table)) {
    const { command } = await load();
    commands.set(name, wordsAfter(command));
  }
  return WRITERS[shell](commands, table);
}
