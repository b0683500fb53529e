import { type Check, check } from './check.ts';
import { checkClock } from './check-clock.ts';

/** How long to wait for an account's server, in ms. */
const REACH_MS = 3000;

/** The sandbox is usually at such an address. */
const LOCAL = /^https?:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/;

/** Checks that a server answers, and that this machine's clock agrees with its clock. `about` names its accounts. */
export async function checkServer(about: string, url: string): Promise<Check[]> {
  try {
    const before = Date.now();
    const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(REACH_MS) });
    await answer.body?.cancel();
    const theirs = Date.parse(answer.headers.get('date') ?? '');
    return [check('ok', about, `${url} responds`), ...checkClock(url, theirs, (Date.now() + before) / 2)];
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    const { code, name } = cause as NodeJS.ErrnoException;
    const message = `${url} doesn’t respond (${code ?? name})`;
    return [
      LOCAL.test(url)
        ? check(
            'warn',
            about,
            `${message}; is the sandbox running?`,
            'in a second terminal: threadmill sandbox',
          )
        : check('warn', about, message),
    ];
  }
}
