import type { ExitCode } from './exit-code.ts';
import type { Io } from './io.ts';

/** One positional argument: `form` is `<file>`, `[title]`, or `<file...>` as in the help. */
export type ArgumentDefinition = {
  readonly form: string;
  readonly about: string;
  readonly choices?: readonly string[];
};

/** One option: `flags` is `--json`, `--network <list>` or `-p, --port <number>`, as in the help. */
export type OptionDefinition = {
  readonly flags: string;
  readonly about: string;
  /** The option may be given more than once; its value is an array. */
  readonly repeat?: true;
  readonly default?: string;
  readonly choices?: readonly string[];
};

/** One example of the help: a command line without `threadmill`, and what it does. */
export type Example = { readonly line: string; readonly about: string };

type Choice<D> = D extends { readonly choices: readonly (infer C extends string)[] } ? C : string;

type ArgumentValue<A extends ArgumentDefinition> = A['form'] extends `<${string}...>` | `[${string}...]`
  ? readonly Choice<A>[]
  : A['form'] extends `<${string}>`
    ? Choice<A>
    : Choice<A> | undefined;

type OptionValue<O extends OptionDefinition> = O['flags'] extends `${string}<${string}`
  ? O extends { readonly repeat: true }
    ? readonly Choice<O>[]
    : O extends { readonly default: string }
      ? Choice<O>
      : Choice<O> | undefined
  : boolean;

/** The values of a command's arguments, typed by their definitions. */
export type Arguments<A extends Record<string, ArgumentDefinition>> = {
  readonly [K in keyof A]: ArgumentValue<A[K]>;
};

/** The values of a command's options, typed by their definitions. */
export type Options<O extends Record<string, OptionDefinition>> = {
  readonly [K in keyof O]: OptionValue<O[K]>;
};

/** A command as a value: its arguments and options, its help, and its code. It returns its exit code. */
export type CommandDefinition<
  A extends Record<string, ArgumentDefinition> = Record<string, ArgumentDefinition>,
  O extends Record<string, OptionDefinition> = Record<string, OptionDefinition>,
> = {
  /** The same as in the table of commands. */
  readonly name: string;
  /** The top of the command's help: what it does, and what it does not touch. */
  readonly description: string;
  /** Keyed by the names that `run` gets, in their order on the command line. */
  readonly arguments: A;
  /** Keyed by the names that `run` gets: the long flag in camel case, without `no`. */
  readonly options: O;
  readonly examples: readonly Example[];
  run(args: Arguments<A>, options: Options<O>, io: Io): Promise<ExitCode>;
};

/** Infers a command's types from its own arguments and options; returns the value unchanged. */
export function defineCommand<
  const A extends Record<string, ArgumentDefinition>,
  const O extends Record<string, OptionDefinition>,
>(command: CommandDefinition<A, O>): CommandDefinition<A, O> {
  return command;
}

/** A command with unknown argument and option types. */
export type AnyCommand = CommandDefinition<
  Record<string, ArgumentDefinition>,
  Record<string, OptionDefinition>
>;

/** One row of the table: the text of the overview, and the command's module. */
export type CommandEntry = {
  readonly summary: string;
  readonly load: () => Promise<{ readonly command: AnyCommand }>;
};
