import type { TestProject } from 'vitest/node';
import { startRealPds } from './real-pds.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The address of the real PDS; empty where there is none. */
    pdsUrl: string;
  }
}

let close: (() => Promise<void>) | undefined;

/** Starts the real PDS once for all files of the suite; without one, they say so and are skipped. */
export async function setup(project: TestProject): Promise<void> {
  const found = await startRealPds();
  if ('missing' in found) {
    process.stderr.write(
      `\n!!! THE LIVE SUITE IS SKIPPED: ${found.missing}. Nothing was tested against a real PDS.\n\n`,
    );
    project.provide('pdsUrl', '');
    return;
  }
  close = found.pds.close;
  project.provide('pdsUrl', found.pds.url);
}

/** Stops it. */
export async function teardown(): Promise<void> {
  await close?.();
}
