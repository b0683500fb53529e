#!/usr/bin/env node

// Import nothing above this check, so that an old Node gets far enough to print the message.
const NEEDED_NODE = 24;

if (Number(process.versions.node.split('.')[0]) < NEEDED_NODE) {
  process.stderr.write(
    `threadmill needs Node ${NEEDED_NODE} or newer; this is Node ${process.versions.node}. Install a newer Node: https://nodejs.org\n`,
  );
  process.exit(3);
}

// Don't import it: that would make Node load everything the module can lead to.
process.getBuiltinModule('node:module').enableCompileCache();
const { start } = await import('./process/start.ts');
process.exit(await start(process.argv.slice(2), (code) => process.exit(code)));

export {};
