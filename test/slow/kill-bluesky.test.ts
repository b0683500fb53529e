import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { type FaultyProxy, faultyProxy } from '../live/faulty-proxy.ts';
import { killRounds } from '../live/kill-rounds.ts';
import { type LiveProject, liveProject } from '../live/live-project.ts';

/** How often a thread is killed. */
const ROUNDS = Number(process.env['KILL_ROUNDS'] ?? 12);

let sandbox: Sandbox;
let proxy: FaultyProxy;
let project: LiveProject;
let whenAsked: (path: string) => void = () => undefined;

beforeAll(async () => {
  sandbox = await startSandbox();
  // A call takes as long as on a real service, so that the process dies before, during and after it.
  const body = JSON.stringify({ faults: ['delay:60/bluesky'] });
  await fetch(`${sandbox.url}/sandbox/faults`, { method: 'POST', body });
  proxy = await faultyProxy(sandbox.url, (path) => whenAsked(path));
  project = liveProject({ url: proxy.url, handle: 'ada.test', password: 'abcd-efgh-ijkl-mnop' });
});
afterAll(async () => {
  project.remove();
  await proxy.close();
  await sandbox.close();
});

type State = { readonly bluesky: { readonly repos: readonly { readonly commits: number }[] } };

it(`nine posts on the sandbox's Bluesky are one commit, once or not at all after kill -9 at ${ROUNDS} moments, and once after going on`, async () => {
  const account = { url: sandbox.url, handle: 'ada.test', password: '' };
  const { keys } = await killRounds(ROUNDS, project, account, (listener) => {
    whenAsked = listener;
  });
  const { bluesky } = (await (await fetch(`${sandbox.url}/sandbox/state`)).json()) as State;
  expect(bluesky.repos.map(({ commits }) => commits)).toEqual([keys.length]);
});
