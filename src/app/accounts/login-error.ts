import { ThreadmillError } from '../../threadmill-error.ts';

/** A login that did not happen: the person declined, or the answer belongs to another login. */
export class LoginError extends ThreadmillError {
  override readonly name = 'LoginError';
  readonly kind = 'account';
}
