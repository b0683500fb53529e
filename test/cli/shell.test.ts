import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/app/refusal.ts';
import { COMMANDS } from '../../src/cli/process/command-table.ts';
import { EXIT } from '../../src/cli/process/exit-code.ts';
import { describeFailure } from '../../src/cli/process/failure.ts';
import { standingFolder, wantsColor } from '../../src/cli/process/process-io.ts';
import { makeRedactor } from '../../src/cli/process/redactor.ts';
import { run } from '../../src/cli/process/run.ts';
import { VERSION } from '../../src/cli/process/version.ts';
import { fakeIo } from './fake-io.ts';

async function call(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  const io = fakeIo();
  const code = await run(argv, io);
  return { code, out: io.out(), err: io.err() };
}

describe('the command line', () => {
  it('has the version of the package', async () => {
    const facts: unknown = JSON.parse(
      readFileSync(resolve(import.meta.dirname, '../../package.json'), 'utf8'),
    );
    expect(facts).toMatchObject({ version: VERSION });
    expect(await call('--version')).toEqual({ code: 0, out: `${VERSION}\n`, err: '' });
  });

  it('lists every command with --help, and ends with 0', async () => {
    const { code, out } = await call('--help');
    expect(code).toBe(0);
    for (const [name, { summary }] of Object.entries(COMMANDS)) {
      expect(out).toContain(name);
      expect(out.replace(/\s+/g, ' ')).toContain(summary);
    }
  });

  it('shows the help and ends with 2 when it is called with nothing', async () => {
    const { code, out } = await call();
    expect(code).toBe(EXIT.usage);
    expect(out).toContain('Usage: threadmill');
  });

  it.each(Object.keys(COMMANDS))(
    'has a command %s with a name, a help and examples that parse',
    async (name) => {
      const { command } = (await COMMANDS[name]?.load()) ?? {};
      expect(command?.name).toBe(name);
      expect(command?.examples.length).toBeGreaterThan(0);
      for (const { line } of command?.examples ?? []) expect(line.split(' ')[0]).toBe(name);
      const { code, out } = await call(name, '--help');
      expect(code).toBe(0);
      expect(out).toContain(`Usage: threadmill ${name}`);
      expect(out).toContain('Examples:');
      expect(await call('help', name)).toEqual({ code, out, err: '' });
    },
  );

  it.each([
    [['help', 'prevew'], 'error: There is no command ‘prevew’. See: threadmill --help\n'],
    [['prevew'], 'error: Unknown command ‘prevew’. Did you mean preview? See: threadmill --help\n'],
    [
      ['preview', '--jsn', 'a'],
      'error: Unknown option ‘--jsn’. Did you mean --json? See: threadmill preview --help\n',
    ],
    [['preview'], 'error: Missing required argument ‘file’. See: threadmill preview --help\n'],
    [
      ['completion', 'tcsh'],
      'error: ‘shell’ can’t be ‘tcsh’; there is: bash, zsh, fish. See: threadmill completion --help\n',
    ],
    [
      ['preview', 'a', '--network'],
      'error: Option ‘--network <list>’ argument missing. See: threadmill preview --help\n',
    ],
    [
      ['preview', 'a', '--network', 'myspace'],
      'error: There is no network ‘myspace’; there is: x, bluesky, mastodon.\n',
    ],
    [['sandbox', '--port', '99999'], 'error: --port takes a whole number from 0 to 65535, not ‘99999’.\n'],
  ])('answers %j with 2 and one line that says what to do', async (argv, message) => {
    expect(await call(...argv)).toEqual({ code: EXIT.usage, out: '', err: message });
  });

  it('takes --no-color anywhere, but not behind --', async () => {
    expect((await call('completion', '--no-color', 'bash')).code).toBe(0);
    expect((await call('--color', 'completion', 'bash')).code).toBe(0);
    expect((await call('completion', '--', '--no-color')).code).toBe(EXIT.usage);
  });
});

describe('a failure', () => {
  it('of ours is its sentence and its code', () => {
    expect(describeFailure(new Refusal('partly-sent', 'Half of it is out.'))).toEqual({
      exitCode: 5,
      text: 'Half of it is out.',
    });
  });

  it.each([
    ['ENOSPC', 'write', 'Could not write /a: the disk is full.'],
    ['EACCES', 'mkdir', 'Could not make the folder /a: permission was denied.'],
    ['EROFS', 'access', 'Could not change /a: the disk is read-only.'],
  ])('of the system is a sentence: %s at %s', (code, syscall, text) => {
    const error = Object.assign(new Error('x'), { code, syscall, path: '/a' });
    expect(describeFailure(error)).toEqual({ exitCode: 3, text });
  });

  it('that nobody understood is a bug: 70, with its stack and where to report it', () => {
    const failure = describeFailure(new TypeError('x is not a function'));
    expect(failure.exitCode).toBe(70);
    expect(failure.text).toContain('TypeError: x is not a function');
    expect(failure.text).toContain('shell.test.ts');
    expect(failure.text).toContain('report it');
  });
});

describe('the world of the process', () => {
  it.each([
    ['a terminal has colour', [], {}, true, true],
    ['a pipe has none', [], {}, false, false],
    ['NO_COLOR wins over a terminal', [], { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR means nothing', [], { NO_COLOR: '' }, true, true],
    ['FORCE_COLOR wins over a pipe', [], { FORCE_COLOR: '1' }, false, true],
    ['FORCE_COLOR=0 switches it off', [], { FORCE_COLOR: '0' }, true, false],
    ['NO_COLOR wins over FORCE_COLOR', [], { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['the flag wins over all', ['preview', '--color'], { NO_COLOR: '1' }, false, true],
    ['the last flag wins', ['--color', '--no-color'], {}, true, false],
    ['a dumb terminal has none', [], { TERM: 'dumb' }, true, false],
  ])('%s', (_promise, argv, env, isTTY, wanted) => {
    expect(wantsColor(argv, env, isTTY)).toBe(wanted);
  });

  it('resolves paths against the folder where the user stood, under npm run threadmill only', () => {
    const npm = { INIT_CWD: '/stood/here', npm_lifecycle_event: 'threadmill' };
    expect(standingFolder(npm, '/package')).toBe('/stood/here');
    expect(standingFolder({ ...npm, npm_lifecycle_event: 'test' }, '/package')).toBe('/package');
    expect(standingFolder({}, '/package')).toBe('/package');
  });
});

describe('secrets', () => {
  it('never reach an output, in any spelling', () => {
    const { hide, redact } = makeRedactor();
    hide(['p@ss/word"1-and-more', 'short-enough']);
    const secret = 'p@ss/word"1-and-more';
    const text = `a ${secret} b ${encodeURIComponent(secret)} c ${JSON.stringify(secret)} short-enough`;
    expect(redact(text)).toBe('a [secret] b [secret] c "[secret]" short-enough');
  });

  it('are hidden from what a command writes', () => {
    const io = fakeIo();
    io.hide(['sesame-open-wide']);
    io.stdout.write('say sesame-open-wide');
    io.stderr.write('or sesame-open-wide?');
    expect([io.out(), io.err()]).toEqual(['say [secret]', 'or [secret]?']);
  });
});
