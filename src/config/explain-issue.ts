import type * as z from 'zod/mini';
import { NETWORK_IDS } from '../drafts/network-id.ts';
import { hasKey } from '../networks/owned-keys.ts';
import { configJsonSchema } from './config-json-schema.ts';
import { nearMiss } from './near-miss.ts';

/** A problem in words: `path` leads to the map or value, `key` names its wrong entry, if any. */
export type Explained = {
  readonly path: readonly PropertyKey[];
  readonly key?: string;
  readonly message: string;
};

/** The name of each type, with its verb. */
const KINDS: Readonly<Record<string, string>> = {
  string: 'text is',
  number: 'a number is',
  int: 'a whole number is',
  boolean: 'true or false is',
  array: 'a list is',
  object: 'keys with values are',
  record: 'keys with values are',
};

function shown(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'keys with values';
  // Hide user name and password of an address.
  const text = String(value).replace(/\/\/[^/?#\s]*@/g, '//[secret]@');
  return `‘${text.length > 60 ? `${text.slice(0, 57)}…` : text}’`;
}

type SchemaNode = {
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly additionalProperties?: SchemaNode | boolean;
  readonly items?: SchemaNode;
};

function childOf(node: SchemaNode | undefined, step: PropertyKey): SchemaNode | undefined {
  if (typeof step === 'number') return node?.items;
  const open = node?.additionalProperties;
  return node?.properties?.[String(step)] ?? (typeof open === 'object' ? open : undefined);
}

/** Lists the keys that are accepted at a place, from the JSON Schema. */
function keysAt(path: readonly PropertyKey[]): string[] {
  const node = path.reduce(childOf, configJsonSchema() as SchemaNode | undefined);
  return Object.keys(node?.properties ?? {});
}

/** Whether a key can be meant in a map: an account's keys depend on its network. */
function isFor(map: unknown, key: string): boolean {
  const network: unknown = typeof map === 'object' && map !== null ? Reflect.get(map, 'network') : undefined;
  const id = NETWORK_IDS.find((one) => one === network);
  return id === undefined || hasKey(id, key);
}

/** Turns zod's issues into sentences that say what is accepted. */
export function explainIssue(issue: z.core.$ZodIssue): Explained[] {
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(path).filter((key) => isFor(issue.input, key));
      return issue.keys.map((key) => {
        const meant = nearMiss(key, known);
        const hint = meant === undefined ? `Accepted here: ${known.join(', ')}.` : `Did you mean ‘${meant}’?`;
        return { path, key, message: `unknown key. ${hint}` };
      });
    }
    case 'invalid_value': {
      const accepted = issue.values.map(String);
      if (issue.input === undefined)
        return [{ path, message: `is missing; one of: ${accepted.join(', ')}.` }];
      const meant = nearMiss(String(issue.input), accepted);
      const hint = meant === undefined ? '' : ` Did you mean ‘${meant}’?`;
      return [{ path, message: `${shown(issue.input)} is not one of: ${accepted.join(', ')}.${hint}` }];
    }
    case 'invalid_type':
      return [
        {
          path,
          message: `${KINDS[issue.expected] ?? `${issue.expected} is`} needed here, not ${shown(issue.input)}.`,
        },
      ];
    case 'invalid_format':
      return [{ path, message: `${shown(issue.input)} is not ${issue.message}.` }];
    case 'too_small':
      return [
        {
          path,
          message:
            issue.origin === 'number' || issue.origin === 'int'
              ? `${shown(issue.input)} is too small: ${String(issue.minimum)} or more is needed.`
              : 'at least one entry is needed here.',
        },
      ];
    case 'invalid_key':
      return [{ path, message: `${shown(path.at(-1))} can’t be a name: ${issue.issues[0]?.message ?? ''}.` }];
    default:
      return [{ path, message: issue.message }];
  }
}
