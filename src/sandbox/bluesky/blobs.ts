import type { Core } from '../core.ts';
import { mediaType } from '../media-type.ts';
import { blobCid } from './cid.ts';
import { refuseXrpc, type XrpcReply } from './problems.ts';
import type { StoredRepo } from './state.ts';

/** The largest upload in bytes: the default of a PDS's installer. Images of a post must be smaller. */
const LARGEST_UPLOAD = 50 * 1024 * 1024;

/**
 * `com.atproto.repo.uploadBlob`. As on a PDS, the type is detected from the bytes if possible, otherwise taken from the header;
 * nothing else of an image is checked. The same bytes give the same blob.
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
