import { recordCid } from '../../../src/networks/bluesky/cid.ts';
import type { RecordValue } from '../../../src/networks/bluesky/dag-cbor.ts';
import type { Exchange, HttpExchange, HttpOutcome } from '../../../src/networks/http-exchange.ts';

const DID = 'did:plc:ada';

/** A record as the server keeps it, in the order of arrival. */
export type NaiveRecord = { readonly uri: string; readonly cid: string; readonly value: RecordValue };

/** What names a record in a response to a call that wrote it. */
export type NaiveResult = { readonly uri: string; readonly cid: string };

/** What a server does wrong. */
export type Naivety = {
  /** What it answers to call `n`, from 1: by default the new records. */
  readonly results?: (
    n: number,
    fresh: readonly NaiveResult[],
    all: readonly NaiveResult[],
  ) => readonly unknown[];
  /** Calls, from 1, that are carried out and not answered. */
  readonly loses?: (n: number) => boolean;
  /** What it shows of a record that is read. */
  readonly shown?: (record: NaiveRecord) => unknown;
};

type Write = { readonly collection: string; readonly rkey: string; readonly value: RecordValue };

/** A server of our own with Bluesky's API that trusts everything: names may be taken twice, parents are not looked at. */
export function naivePds({ results = (_n, fresh) => fresh, loses = () => false, shown }: Naivety): {
  readonly exchange: Exchange;
  readonly records: readonly NaiveRecord[];
} {
  const records: NaiveRecord[] = [];
  let calls = 0;
  const answered = (status: number, body: unknown): HttpOutcome => ({
    ended: 'answered',
    status,
    headers: {},
    body: JSON.stringify(body),
  });
  const show = (record: NaiveRecord): unknown => shown?.(record) ?? record;

  function apply({ body }: HttpExchange): HttpOutcome {
    const { writes } = JSON.parse(String(body)) as { readonly writes: readonly Write[] };
    calls += 1;
    const fresh = writes.map(({ collection, rkey, value }) => ({
      uri: `at://${DID}/${collection}/${rkey}`,
      cid: recordCid(value),
      value,
    }));
    records.push(...fresh);
    if (loses(calls)) return { ended: 'lost', reason: 'the connection was closed' };
    const name = ({ uri, cid }: NaiveRecord): NaiveResult => ({ uri, cid });
    return answered(200, { results: results(calls, fresh.map(name), records.map(name)) });
  }

  const exchange: Exchange = async (request) => {
    const url = new URL(request.url);
    const session = { accessJwt: `a.${btoa(JSON.stringify({ exp: 9_999_999_999 }))}.c`, refreshJwt: 'r' };
    switch (url.pathname.split('.').at(-1)) {
      case 'createSession':
      case 'refreshSession':
        return answered(200, { ...session, did: DID, handle: 'ada.test' });
      case 'getSession':
        return answered(200, { did: DID, handle: 'ada.test' });
      case 'applyWrites':
        return apply(request);
      case 'getRecord': {
        const found = records.find(({ uri }) => uri.endsWith(`/${url.searchParams.get('rkey')}`));
        return found === undefined
          ? answered(400, { error: 'RecordNotFound', message: 'Could not locate record' })
          : answered(200, show(found));
      }
      case 'listRecords':
        return answered(200, { records: records.toReversed().map(show) });
      default:
        return answered(404, { error: 'MethodNotImplemented' });
    }
  };
  return { exchange, records };
}
