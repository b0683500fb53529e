import { setFlagsFromString } from 'node:v8';

/**
 * Turns off Turbofan, V8's slowest compiler, for the rest of the process. Checking drafts runs a lot of code, each part of it a
 * little: on 500 drafts and on 3,500, Turbofan's work took longer than it saved (10 % of the processor time; `lint` of 1,000 drafts
 * took 0.69 × the time of markdownlint-cli2 without it, and 0.82 × with it). Node warns that flags set this late may end a process,
 * so nothing that writes may call this.
 */
export function stopTurbofan(): void {
  setFlagsFromString('--no-turbofan');
}
