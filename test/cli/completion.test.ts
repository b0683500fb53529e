import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { completionScript } from '../../src/cli/lines/completion-script.ts';
import { COMMANDS } from '../../src/cli/process/command-table.ts';

/** What bash would offer for a command line, its last word being the one under the cursor. */
function offered(script: string, words: readonly string[]): string[] {
  const line = words.map((word) => `'${word}'`).join(' ');
  const ask = `${script}\nCOMP_WORDS=(${line}); COMP_CWORD=${words.length - 1}; _threadmill; printf '%s\\n' "\${COMPREPLY[@]}"`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', ask], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout.split('\n').filter((word) => word !== '');
}

describe('completion', () => {
  it('offers commands, options and choices in bash', async () => {
    const script = await completionScript('bash', COMMANDS);
    expect(offered(script, ['threadmill', 'pre'])).toEqual(['preview']);
    expect(offered(script, ['threadmill', ''])).toEqual([...Object.keys(COMMANDS), 'help']);
    expect(offered(script, ['threadmill', 'preview', '--j'])).toEqual(['--json']);
    expect(offered(script, ['threadmill', 'new', 'pa'])).toEqual(['paper']);
    expect(offered(script, ['threadmill', 'nothing', ''])).toEqual([]);
  });

  it.each(['zsh', 'fish'] as const)('names every command and option in %s', async (shell) => {
    const script = await completionScript(shell, COMMANDS);
    for (const [name, { load }] of Object.entries(COMMANDS)) {
      expect(script).toContain(name);
      const { command } = await load();
      for (const { flags } of Object.values(command.options)) {
        const long = /--([\w-]+)/.exec(flags)?.[1] ?? '';
        expect(script).toContain(shell === 'zsh' ? `--${long}:` : `-l ${long} `);
      }
    }
  });
});
