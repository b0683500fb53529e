import { expect, it } from 'vitest';
import { withoutBuiltinImports } from '../../build/builtin-modules.ts';

it.each([
  [
    'import { readFileSync, existsSync as exists } from "node:fs";',
    'const { readFileSync, existsSync: exists } = process.getBuiltinModule("node:fs");',
  ],
  ['import path from "node:path";', 'const path = process.getBuiltinModule("node:path");'],
  ['import * as fs from "node:fs/promises";', 'const fs = process.getBuiltinModule("node:fs/promises");'],
  [
    'import assert, { ok } from "node:assert";',
    'const assert = process.getBuiltinModule("node:assert"); const { ok } = process.getBuiltinModule("node:assert");',
  ],
  // Other modules, lazy imports and words in a text stay.
  ['import { Command } from "./chunks/commander.js";', 'import { Command } from "./chunks/commander.js";'],
  ['const sqlite = await import("node:sqlite");', 'const sqlite = await import("node:sqlite");'],
  ['const help = `see import { a } from "node:fs";`;', 'const help = `see import { a } from "node:fs";`;'],
])('gets what %s imports without importing it, if it is of Node', (written, got) => {
  expect(withoutBuiltinImports(`const before = 1;\n${written}\nconst after = 2;`)).toBe(
    `const before = 1;\n${got}\nconst after = 2;`,
  );
});
