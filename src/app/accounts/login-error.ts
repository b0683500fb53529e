import { ThreadmillError } from '../../threadmill-error.ts';

/** A login that did not complete: the user declined, or the response belongs to another login. */
export class LoginError extends ThreadmillError {
  override readonly name = 'LoginError';
  readonly kind = 'account';
}
