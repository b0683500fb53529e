#!/usr/bin/env node

// Import nothing above this check, so that an old Node gets far enough to print the message.
const NEEDED_NODE = 24;
/** The newest whose V8 is known to have the flag below: another would print an error about it each time. */
const KNOWN_NODE = 26;
const node = Number(process.versions.node.split('.')[0]);

if (node < NEEDED_NODE) {
  process.stderr.write(
    `threadmill needs Node ${NEEDED_NODE} or newer; this is Node ${process.versions.node}. Install a newer Node: https://nodejs.org\n`,
  );
  process.exit(3);
}

// Don't import it: that would make Node load everything the module can lead to.
// Our patterns run often, and those with `\p{…}` are slow to compile: once for all, instead of first for a single run.
if (node <= KNOWN_NODE) process.getBuiltinModule('node:v8').setFlagsFromString('--no-regexp-tier-up');
process.getBuiltinModule('node:module').enableCompileCache();
const { start } = await import('./process/start.ts');
process.exit(await start(process.argv.slice(2), (code) => process.exit(code)));

export {};
