import { describe, expect, it } from 'vitest';
import type { Io } from '../../src/cli/process/io.ts';
import { run } from '../../src/cli/process/run.ts';
import { fakeIo } from './fake-io.ts';

describe('sandbox', () => {
  it('prints its address, answers there, and ends with 0 when it is stopped', async () => {
    const stop = new AbortController();
    const fake = fakeIo({ signal: stop.signal });
    let status = 0;
    const io: Io = {
      ...fake,
      stdout: {
        ...fake.stdout,
        write: (text) => {
          fake.stdout.write(text);
          void fetch(`${text.trim()}/2/users/me`).then((answer) => {
            status = answer.status;
            stop.abort();
          });
        },
      },
    };
    expect(await run(['sandbox', '--port', '0', '--fault', 'delay:1'], io)).toBe(0);
    expect(fake.out()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\n$/);
    expect(status).toBe(401);
  });

  it('refuses a fault it can’t read with the list of those it can', async () => {
    const io = fakeIo();
    expect(await run(['sandbox', '--fault', 'sneeze'], io)).toBe(2);
    expect(io.err()).toContain('there is no fault "sneeze"');
    expect(io.err()).toContain('drop-response');
  });
});
