import type { Core } from '../core.ts';
import { mediaType } from '../media-type.ts';
import { blobCid } from './cid.ts';
import { refuseXrpc, type XrpcReply } from './problems.ts';
import type { StoredRepo } from './state.ts';

/** Largest upload in bytes: what the installer of a PDS sets. What an image of a post may hold is less. */
const LARGEST_UPLOAD = 50 * 1024 * 1024;

/**
 * `com.atproto.repo.uploadBlob`. As on a PDS, the type is told from the bytes where they tell one, and taken from the
 * header where they don't; nothing else of an image is checked. The same bytes give the same blob.
 */
export function uploadBlob(core: Core, repo: StoredRepo, bytes: Uint8Array, type: string): XrpcReply {
  if (bytes.length > LARGEST_UPLOAD) return refuseXrpc('blob-too-large');
  const cid = blobCid(bytes);
  const mimeType = mediaType(bytes) ?? type;
  const { blobs } = core.store.state.bluesky;
  core.store.keepBytes(cid, bytes);
  if (!blobs.some((blob) => blob.cid === cid && blob.did === repo.did))
    blobs.push({ did: repo.did, cid, mime: mimeType, size: bytes.length, at: core.rules.now() });
  return {
    status: 200,
    body: { blob: { $type: 'blob', ref: { $link: cid }, mimeType, size: bytes.length } },
  };
}
