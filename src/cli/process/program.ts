import { Argument, Command, CommanderError, Option } from 'commander';
import { Refusal } from '../../app/refusal.ts';
import { paint } from '../../preview/paint.ts';
import type { AnyCommand } from './command.ts';
import { COMMANDS } from './command-table.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';
import { VERSION } from './version.ts';

/** Returns the name of the command on a command line: its first word after `help`. Global flags take no value. */
function calledName(argv: readonly string[]): string | undefined {
  const words = argv.filter((word) => !word.startsWith('-'));
  return words[0] === 'help' ? words[1] : words[0];
}

/** Makes commander's command for one of ours. `done` receives the exit code. */
function attach(program: Command, command: AnyCommand, io: Io, done: (code: ExitCode) => void): void {
  const target = program
    .command(command.name)
    .description(command.description)
    .summary(COMMANDS[command.name]?.summary ?? '');
  const names = Object.keys(command.arguments);
  for (const definition of Object.values(command.arguments)) {
    const argument = new Argument(definition.form, definition.about);
    if (definition.choices !== undefined) argument.choices(definition.choices);
    target.addArgument(argument);
  }
  const optionNames = new Map<string, string>();
  for (const [name, definition] of Object.entries(command.options)) {
    const option = new Option(definition.flags, definition.about);
    if (definition.choices !== undefined) option.choices(definition.choices);
    if (definition.repeat === true) {
      option.argParser((value: string, earlier: readonly string[] | undefined) => [
        ...(earlier ?? []),
        value,
      ]);
    }
    if (definition.default !== undefined) option.default(definition.default);
    optionNames.set(name, option.attributeName());
    target.addOption(option);
  }
  const style = paint(io.color);
  const examples = command.examples.flatMap(({ line, about }) => [
    `  ${style.dim(`# ${about}`)}`,
    `  $ threadmill ${line}`,
  ]);
  if (examples.length > 0)
    target.addHelpText('after', `\n${style.bold('Examples:')}\n${examples.join('\n')}`);
  target.action(async (...received: unknown[]) => {
    const args = Object.fromEntries(names.map((name, index) => [name, received[index]]));
    const given = target.opts<Record<string, unknown>>();
    const options = Object.fromEntries(
      Object.entries(command.options).map(([name, definition]) => {
        const value = given[optionNames.get(name) ?? name];
        if (definition.repeat === true) return [name, value ?? []];
        if (definition.flags.includes('<')) return [name, value];
        // For `--no-wait` beside `--wait`, commander uses one name, and neither is the default.
        const isNegative = definition.flags.startsWith('--no-');
        return [name, value === !isNegative];
      }),
    );
    // Commander has checked both against the definitions, so the casts are safe.
    done(await command.run(args as never, options as never, io));
  });
}

/**
 * Parses a command line (without node and script) and runs its command.
 *
 * @throws Refusal (usage) if the command line is invalid, and whatever the command throws
 */
export async function runProgram(argv: readonly string[], io: Io): Promise<ExitCode> {
  const style = paint(io.color);
  const program = new Command('threadmill');
  program
    .description('Markdown drafts into social threads: cut well, published exactly once.')
    .version(VERSION, '-V, --version', 'show the version')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .option('--color', 'use colours, even if the output is not a terminal')
    .option('--no-color', 'use no colours')
    .exitOverride()
    .configureHelp({ styleTitle: (title) => style.bold(title), helpWidth: Math.min(io.columns, 100) })
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => undefined,
      getOutHasColors: () => io.color,
      getErrHasColors: () => io.color,
    })
    .addHelpText(
      'after',
      `\n${style.bold('Start here:')}\n  $ threadmill demo\n  $ threadmill init\n  $ threadmill preview posts/*.md\n  $ threadmill help publish`,
    );

  let code: ExitCode = EXIT.done;
  const called = calledName(argv);
  const entry = called !== undefined && Object.hasOwn(COMMANDS, called) ? COMMANDS[called] : undefined;
  if (entry !== undefined) {
    const { command } = await entry.load();
    attach(program, command, io, (result) => {
      code = result;
    });
  } else for (const [name, { summary }] of Object.entries(COMMANDS)) program.command(name).summary(summary);

  if (entry === undefined && called !== undefined && argv.includes('help'))
    throw new Refusal('usage', `There is no command ‘${called}’. See: threadmill --help`);
  if (argv.length === 0) {
    program.outputHelp();
    return EXIT.usage;
  }
  try {
    await program.parseAsync(withoutColorFlags(argv), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode === 0) return EXIT.done;
    throw new Refusal('usage', usageMessage(error, called), { cause: error });
  }
  return code;
}

/** Removes the colour flags, which are read first, and may be anywhere before `--`. */
function withoutColorFlags(argv: readonly string[]): string[] {
  const end = argv.indexOf('--');
  return argv.filter(
    (word, index) => (end !== -1 && index > end) || (word !== '--color' && word !== '--no-color'),
  );
}

/** Rewrites commander's message in our style: without `error:`, and with where to find help. */
function usageMessage(error: CommanderError, called: string | undefined): string {
  const message = error.message
    .replace(/^error: /, '')
    .replace(/\n\((.*)\)$/, '. $1')
    .replace(
      /^command-argument value ('.*') is invalid for argument ('.*')\. Allowed choices are /s,
      '$2 can’t be $1; there is: ',
    );
  const known = called !== undefined && Object.hasOwn(COMMANDS, called);
  const quoted = message.replace(/'([^']*)'/g, '‘$1’');
  const sentence = `${quoted.charAt(0).toUpperCase()}${quoted.slice(1)}`.replace(/([^.?])$/, '$1.');
  return `${sentence} See: threadmill ${known ? `${called} ` : ''}--help`;
}
