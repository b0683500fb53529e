import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configJsonSchema } from '../../src/config/config-json-schema.ts';
import { parseConfig } from '../../src/config/parse-config.ts';

const root = resolve(import.meta.dirname, '../..');
const schemaPath = join(root, 'config/threadmill.schema.json');

describe('the files in config/', () => {
  it('has a JSON Schema that is made from the checks (UPDATE=1 rewrites it)', () => {
    const made = `${JSON.stringify(configJsonSchema(), null, 2)}\n`;
    if (process.env['UPDATE'] === '1') writeFileSync(schemaPath, made);
    expect(JSON.parse(readFileSync(schemaPath, 'utf8'))).toEqual(JSON.parse(made));
  });

  it('has an example configuration that passes its own checks', async () => {
    const config = await parseConfig(
      readFileSync(join(root, 'config/threadmill.yaml'), 'utf8'),
      'threadmill.yaml',
    );
    expect(config.accounts.get('sandbox')?.network).toBe('x');
  });

  it('keeps the example configuration valid when what is commented out is switched on', async () => {
    const text = readFileSync(join(root, 'config/threadmill.yaml'), 'utf8');
    const on = text.replace(/^( *)# ?( *[a-z_]+:( .*)?)$/gm, '$1$2');
    expect(on).not.toBe(text);
    const config = await parseConfig(on, 'threadmill.yaml');
    expect(config.accounts.get('me')).toMatchObject({ monthlyCapUsd: 10, postsPerHour: 40, gapMinutes: 30 });
    expect(config.accounts.get('me')?.slots).toHaveLength(3);
    expect(config.notify).toEqual({ command: ['notify-send', 'Threadmill'] });
    expect(config.prices.x).toEqual({ post: 0.015, postWithUrl: 0.2, altText: 0.005 });
  });
});
