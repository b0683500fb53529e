import { startSandbox } from '../src/sandbox/sandbox.ts';

// A sandbox as a process of its own, which keeps everything in memory: what it costs is not what is measured.
const { url } = await startSandbox();
process.send?.(url);
