import { registry, toJSONSchema } from 'zod/mini';
import { configSchema, DESCRIPTIONS } from './config-schema.ts';

/** The JSON Schema of `config/threadmill.yaml`, for editors. */
export function configJsonSchema(): object {
  const metadata = registry<{ title?: string; description: string }>();
  metadata.add(configSchema, {
    title: 'threadmill.yaml',
    description: 'The settings of a Threadmill project.',
  });
  for (const [schema, description] of DESCRIPTIONS) metadata.add(schema, { description });
  return toJSONSchema(configSchema, { target: 'draft-2020-12', io: 'input', metadata });
}
