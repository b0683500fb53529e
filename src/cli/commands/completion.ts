import { completionScript, SHELLS } from '../lines/completion-script.ts';
import { type AnyCommand, type CommandEntry, defineCommand } from '../process/command.ts';
import { EXIT } from '../process/exit-code.ts';

/** `threadmill completion SHELL`: prints a script that makes the shell complete the commands of a table. */
export function completionCommand(table: Readonly<Record<string, CommandEntry>>): AnyCommand {
  return defineCommand({
    name: 'completion',
    description: 'Print a script that makes your shell complete threadmill’s commands and options.',
    arguments: { shell: { form: '<shell>', about: 'which shell', choices: SHELLS } },
    options: {},
    examples: [
      { line: 'completion bash >> ~/.bashrc', about: 'bash' },
      { line: 'completion zsh > ~/.zfunc/_threadmill', about: 'zsh, with ~/.zfunc in $fpath' },
      { line: 'completion fish > ~/.config/fish/completions/threadmill.fish', about: 'fish' },
    ],
    run: async (args, _options, io) => {
      io.stdout.write(await completionScript(args.shell, table));
      return EXIT.done;
    },
  });
}
