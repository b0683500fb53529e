import type { AddingEvent, Talk } from '../../app/accounts/talk.ts';
import { paint as makePaint } from '../../preview/paint.ts';
import { visible } from '../../preview/visible.ts';
import { canAsk } from './ask.ts';
import type { Io } from './io.ts';

/** Makes the application's dialog with the user at this terminal, on stderr; without a terminal it asks nothing. */
export function talkAt(io: Io): Talk {
  const paint = makePaint(io.color);
  const say = (line: string): void => io.stderr.write(`${line}\n`);
  const tell = (event: AddingEvent): void => {
    switch (event.type) {
      case 'steps':
        say(paint.bold(event.about));
        for (const step of event.steps) say(`  ${step}`);
        return;
      case 'wrong':
        say(paint.yellow(event.why));
        return;
      case 'page':
        say(event.isOpened ? 'Your browser shows this page:' : 'Open this page in a browser:');
        say(`  ${visible(event.url)}`);
        return;
      case 'checked':
        say(`${paint.green('ok')}    logged in as @${visible(event.identity.handle)}`);
        return;
      case 'signed-out':
        say(`${paint.green('ended')} the token of ${event.account} on ${event.network}`);
        return;
      case 'changed':
        say(`${paint.green('wrote')} ${event.file}: ${visible(event.what)}`);
        return;
      case 'warning':
        say(`${paint.yellow('warning:')} ${visible(event.message)}`);
        return;
      default: {
        const forgotten: never = event;
        throw new Error(`No line for ${JSON.stringify(forgotten)}.`);
      }
    }
  };
  if (!canAsk(io)) return { ask: null, tell };
  const ask: Talk['ask'] = ({ text, isSecret = false, signal }) =>
    io.ask(text, { isSecret, ...(signal === undefined ? {} : { signal }) });
  return { ask, tell };
}

/** Reads values from standard input as `NAME=value` lines, so that no secret is on a command line. */
export async function valuesFrom(io: Io): Promise<Record<string, string>> {
  const parts: Uint8Array[] = [];
  for await (const chunk of io.stdin.chunks()) parts.push(chunk);
  const { parse } = await import('dotenv');
  const found = parse(Buffer.concat(parts).toString('utf8'));
  io.hide(Object.values(found));
  return found;
}
