import { defineCommand } from '../command.ts';
import { completionScript, SHELLS } from '../completion-script.ts';
import { EXIT } from '../exit-code.ts';

/** `threadmill completion SHELL`: prints a script that makes the shell complete commands and options. */
export const command = defineCommand({
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
    io.stdout.write(await completionScript(args.shell));
    return EXIT.done;
  },
});
