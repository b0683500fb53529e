import { parseFault, startSandbox } from '../src/sandbox/sandbox.ts';

// A sandbox as a process of its own, which keeps everything in memory: what it costs is not what is measured. Where a
// number of milliseconds is given, each answer takes that long, as one from far away does.
const [answerMs = '0'] = process.argv.slice(2);
const { url } = await startSandbox({ faults: [parseFault(`delay:${answerMs}/any`)] });
process.send?.(url);
