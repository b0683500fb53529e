import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ThreadmillError } from '../threadmill-error.ts';
import { emptyState, type SandboxState } from './state.ts';
import { emptyX, type XState } from './x/state.ts';

/** Where a sandbox stores its state. Change `state`, then call `save`. */
export type Store = {
  readonly state: SandboxState;
  /** Persists changes before the response is sent, by replacing the whole file. */
  save(): void;
  /** Changes whenever the state changes: a page polls it to know when to reload. */
  revision(): string;
  /** The bytes of an upload so far; undefined if nothing was received. */
  bytes(uploadId: string): Uint8Array | undefined;
  keepBytes(uploadId: string, bytes: Uint8Array): void;
};

/** Ids of uploads are file names: X's and Mastodon's are digits, a PDS's are CIDs. */
const UPLOAD_ID = /^[a-z0-9-]{1,80}$/;

/** The sandbox's state file can't be read or written. */
export class SandboxStateError extends ThreadmillError {
  override readonly name = 'SandboxStateError';
  readonly kind = 'configuration';
  readonly path: string;

  constructor(path: string, what: string, cause: unknown) {
    super(`The sandbox's state file ${path} ${what}. Name another with --state, or move it away.`, cause);
    this.path = path;
  }
}

function readState(path: string): SandboxState {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return emptyState();
    throw new SandboxStateError(path, 'cannot be read', error);
  }
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch (error) {
    throw new SandboxStateError(path, 'is not JSON', error);
  }
  if (!isState(found))
    throw new SandboxStateError(path, 'was not written by this version of the sandbox', found);
  // A file from when the sandbox only knew X has no state for the other networks.
  return { ...emptyState(), ...found };
}

/** Checks that a file is the sandbox's own, not another program's; it does not detect manual edits. */
function isState(value: unknown): value is XState & { readonly version: 1 } {
  if (typeof value !== 'object' || value === null) return false;
  const names = Object.keys(emptyX());
  return names.every((name) => name in value) && 'version' in value && value.version === 1;
}

/**
 * Opens the store. Uploads are in the folder `FILE.media` beside the state file, so that the file stays small.
 * @throws {SandboxStateError} if the file is not a sandbox's, or can't be read or written
 */
export function openStore(path: string | undefined): Store {
  const uploads = new Map<string, Uint8Array>();
  const opened = randomUUID();
  let saves = 0;
  const revision = (): string => `${opened}.${saves}`;
  if (path === undefined)
    return {
      state: emptyState(),
      save() {
        saves += 1;
      },
      revision,
      bytes: (id) => uploads.get(id),
      keepBytes: (id, bytes) => void uploads.set(id, bytes),
    };
  const state = readState(path);
  const folder = `${path}.media`;
  const write = (file: string, content: string | Uint8Array): void => {
    try {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(`${file}.new`, content, { mode: 0o600 });
      renameSync(`${file}.new`, file);
    } catch (error) {
      throw new SandboxStateError(file, 'cannot be written', error);
    }
  };
  const save = (): void => {
    saves += 1;
    write(path, JSON.stringify(state));
  };
  // Report a read-only place now, not with every response later.
  save();
  return {
    state,
    save,
    revision,
    bytes(id) {
      const kept = uploads.get(id);
      if (kept !== undefined) return kept;
      if (!UPLOAD_ID.test(id)) return undefined;
      try {
        return readFileSync(join(folder, id));
      } catch (error) {
        if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
        throw new SandboxStateError(join(folder, id), 'cannot be read', error);
      }
    },
    keepBytes(id, bytes) {
      uploads.set(id, bytes);
      write(join(folder, id), bytes);
    },
  };
}
