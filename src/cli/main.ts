#!/usr/bin/env node

// Nothing may be imported above this check: an old Node must get as far as saying what is wrong.
const NEEDED_NODE = 24;

if (Number(process.versions.node.split('.')[0]) < NEEDED_NODE) {
  process.stderr.write(
    `threadmill needs Node ${NEEDED_NODE} or newer; this is Node ${process.versions.node}. Install a newer Node: https://nodejs.org\n`,
  );
  process.exit(3);
}

// Not imported: an import makes Node load all that the module can lead to.
process.getBuiltinModule('node:module').enableCompileCache();
const { start } = await import('./process/start.ts');
process.exit(await start(process.argv.slice(2), (code) => process.exit(code)));

export {};
