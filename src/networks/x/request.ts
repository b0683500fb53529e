import type { RateWindow } from '../port.ts';
import type { XCall } from './errors.ts';

/** One request to X. `path` is relative to `/2/`. */
export type XRequest = XCall & {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, unknown>>;
  /** Sends the body as a multipart form instead of JSON. */
  readonly form?: boolean;
  /** Called right before each sending; if it throws, nothing is sent, and the error passes on. */
  readonly allowed?: () => Promise<void>;
};

/** A response below 400: its body, of any shape, and the rate windows in its headers. */
export type XResponse = {
  readonly body: unknown;
  readonly windows: readonly RateWindow[];
  /** What the credentials allow, if X says so: `read`, `read-write`, `read-write-directmessages`. */
  readonly accessLevel?: string;
};

/** Sends requests and turns every failure into a `PublishingError`. */
export type XTransport = (request: XRequest) => Promise<XResponse>;
