import { contractOnSandbox } from '../contract-on-sandbox.ts';
import { SECRET, sandboxHarness } from './sandbox-harness.ts';

contractOnSandbox('Mastodon', SECRET, () => sandboxHarness());
