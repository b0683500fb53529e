import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PublishingErrorKind } from '../../../src/networks/publishing-error.ts';
import { factsOf, ruleFor } from '../../../src/networks/x/errors.ts';
import { X_RULES } from '../../../src/networks/x/rules.ts';
import { PROBLEMS, type ProblemName, refuse } from '../../../src/sandbox/x/problems.ts';
import { allowed } from '../allowed.ts';
import { attempt, failure } from '../contract.ts';
import { type SandboxHarness, sandboxHarness } from './sandbox-harness.ts';
import { json, type Script, scripted } from './scripted-server.ts';

/** Every refusal that the sandbox knows, and what it has to mean for a post. */
const MEANS: Record<ProblemName, PublishingErrorKind> = {
  invalid: 'rejected',
  'too-long': 'rejected',
  'too-long-403': 'rejected',
  unauthorized: 'auth',
  credits: 'money',
  'credits-depleted': 'money',
  duplicate: 'duplicate',
  'reply-restricted': 'rejected',
  'reply-not-engaged': 'rejected',
  'parent-gone': 'rejected',
  'spend-cap': 'money',
  'client-forbidden': 'auth',
  forbidden: 'auth',
  'oauth1-permissions': 'auth',
  cashtags: 'rejected',
  quote: 'rejected',
  'not-owner': 'rejected',
  'not-found': 'rejected',
  conflict: 'rejected',
  'rate-15min': 'rate-limited',
  'rate-15min-v1': 'rate-limited',
  'rate-24h': 'rate-limited',
  'rate-app-24h': 'rate-limited',
  'usage-cap': 'money',
  'server-error': 'outcome-unknown',
  'bad-gateway': 'outcome-unknown',
  unavailable: 'outcome-unknown',
  'over-capacity': 'outcome-unknown',
  'gateway-timeout': 'outcome-unknown',
};

/** Refusals in shapes that the sandbox does not write: status, body, kind. */
const OTHERS: readonly [number, unknown, PublishingErrorKind][] = [
  [403, { errors: [{ code: 187, message: 'Status is a duplicate.' }] }, 'duplicate'],
  [400, { errors: [{ code: 187, message: 'Twice.' }] }, 'duplicate'],
  [403, { errors: [{ code: 186, message: 'Tweet needs to be a bit shorter.' }] }, 'rejected'],
  [400, { errors: [{ code: 186, message: 'No.' }] }, 'rejected'],
  [403, { errors: [{ code: 385, message: 'No such parent.' }] }, 'rejected'],
  [403, { errors: [{ code: 433, message: 'Restricted.' }] }, 'rejected'],
  [403, { errors: [{ code: 261, message: 'Application cannot perform write actions.' }] }, 'auth'],
  [403, { errors: [{ code: 64, message: 'Not active.' }] }, 'auth'],
  [403, { errors: [{ code: 326, message: 'Log in to unlock.' }] }, 'auth'],
  [400, { errors: [{ code: 89, message: 'Invalid or expired token.' }] }, 'auth'],
  [403, { title: 'Forbidden', detail: 'Your account is suspended and is not permitted.' }, 'auth'],
  [
    403,
    {
      title: 'Unsupported Authentication',
      type: 'https://api.twitter.com/2/problems/unsupported-authentication',
    },
    'auth',
  ],
  [
    403,
    {
      type: 'https://developer.x.com/en/support/x-api/error-troubleshooting#client-forbidden',
      title: 'Client',
    },
    'auth',
  ],
  [429, { type: 'https://api.twitter.com/2/problems/usage-capped', title: 'Too Many' }, 'money'],
  [
    400,
    { errors: [{ message: 'Your media IDs are invalid.', parameters: {} }], title: 'Invalid Request' },
    'media-gone',
  ],
  [408, { title: 'Request Timeout' }, 'outcome-unknown'],
  [420, { title: 'Enhance Your Calm' }, 'rate-limited'],
  [403, { title: 'Forbidden', detail: 'Some rule that nobody knows yet.' }, 'rejected'],
  [418, 'teapot', 'rejected'],
];

describe("X's refusals", () => {
  let harness: SandboxHarness;
  beforeAll(async () => {
    harness = await sandboxHarness();
    await harness.client.identify();
  });
  afterAll(() => harness.close());

  it.each(Object.entries(MEANS) as [ProblemName, PublishingErrorKind][])(
    'reads %s as %s',
    async (name, kind) => {
      await harness.faults(`status:${name}@1`);
      const error = await failure(harness.client.publish([attempt(`Refused as ${name}`)], allowed));
      expect(error.reason).toBe(kind);
      expect(error.status).toBe(PROBLEMS[name].status);
      expect(error.message).toContain('publish post 1');
      expect(error.cause).toBeInstanceOf(Error);
    },
  );

  it('sends nothing again by itself, whatever the refusal', async () => {
    expect(await harness.kept()).toEqual([]);
  });

  it.each(OTHERS)('reads %i %j as %s', async (status, body, kind) => {
    const server = await scripted(json(status, body));
    const error = await failure(server.client.publish([attempt('One')], allowed));
    await server.close();
    expect([error.reason, error.status]).toEqual([kind, status]);
    expect(server.requests).toHaveLength(1);
  });

  it('has no rule that never holds', () => {
    const samples = [
      ...Object.keys(PROBLEMS).map((name) => {
        const reply = refuse(name as ProblemName);
        return { status: reply.status, body: reply.body, headers: {} };
      }),
      ...OTHERS.map(([status, body]) => ({ status, body, headers: {} })),
      { status: 403, body: refuse('oauth1-permissions').body, headers: {} },
    ];
    const held = new Set(
      samples.flatMap((sample) => [ruleFor(factsOf(sample)), ruleFor(factsOf(sample), true)]),
    );
    expect(X_RULES.filter((rule) => !held.has(rule))).toEqual([]);
  });
});

describe('what a refusal tells', () => {
  let server: Awaited<ReturnType<typeof scripted>>;
  afterEach(() => server.close());
  const serve = async (script: Script, now = Date.now): Promise<void> => {
    server = await scripted(script, { now });
  };

  it('names the day on which a spending cap ends', async () => {
    await serve(json(403, { title: 'SpendCapReached', reset_date: '2026-12-01' }));
    const error = await failure(server.client.publish([attempt('One')], allowed));
    expect(error.until).toBe(Date.parse('2026-12-01'));
  });

  it('takes a reply to a post of the last moments to be refused by a lagging cache only', async () => {
    let now = 1_000_000;
    await serve(json(403, refuse('parent-gone').body), () => now);
    const parent = { id: '5', url: 'http://127.0.0.1/ada/status/5', at: now - 3_000 };
    const reply = attempt('Two', { parent, root: parent });
    expect((await failure(server.client.publish([reply], allowed))).reason).toBe('transient');
    now += 10 * 60_000;
    expect((await failure(server.client.publish([reply], allowed))).reason).toBe('rejected');
  });

  it.each([
    [
      'an empty body',
      (_: unknown, response: { writeHead(status: number): { end(): void } }) => response.writeHead(201).end(),
    ],
    ['errors without data', json(200, { errors: [{ title: 'Some problem' }] })],
    ['an id that is none', json(201, { data: { id: 12, text: 'One' } })],
    ['a login page', ((_, response) => response.end('<html>Log in to the hotel</html>')) as Script],
  ])('does not know the outcome where success comes with %s', async (_, script) => {
    await serve(script as Script);
    expect((await failure(server.client.publish([attempt('One')], allowed))).reason).toBe('outcome-unknown');
  });

  it('holds no token that the server echoes, and nothing a terminal would obey', async () => {
    await serve((request, response) =>
      json(400, { detail: `bad \u001b[31m${request.headers.authorization}\u202e` })(request, response),
    );
    const { message } = await failure(server.client.publish([attempt('One')], allowed));
    expect(message).toContain('[redacted]');
    expect(message).not.toMatch(/a-long-token-of-ada|[\u0000-\u001f\u202e]/);
  });

  it('takes a failing read to be worth another try, and a failing removal too', async () => {
    await serve(json(503, { title: 'Service Unavailable' }));
    expect((await failure(server.client.newerThan(null, 5))).reason).toBe('transient');
    expect((await failure(server.client.remove('5'))).reason).toBe('transient');
  });
});
