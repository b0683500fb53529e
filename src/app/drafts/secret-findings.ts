import { secretValues } from '../../config/secrets.ts';
import type { Finding } from '../../drafts/finding.ts';
import { SHORTEST_SECRET } from '../../networks/secret-forms.ts';
import type { Project } from '../project/project.ts';

const known = new WeakMap<Project['env'], readonly string[]>();

/** Returns the secrets of an environment that are long enough to look for; read once, for any number of drafts. */
function secretsOf(env: Project['env']): readonly string[] {
  const read = known.get(env);
  if (read !== undefined) return read;
  const secrets = [...new Set(secretValues(env))].filter(({ length }) => length >= SHORTEST_SECRET);
  known.set(env, secrets);
  return secrets;
}

/** Reports an error for each of the project's own secrets in a draft's text. Does not show the secret. */
export function secretFindings(source: string, { env }: Pick<Project, 'env'>): Finding[] {
  const found: Finding[] = [];
  for (const secret of secretsOf(env)) {
    const at = source.indexOf(secret);
    if (at === -1) continue;
    const before = source.slice(0, at).split(/\r\n|\r|\n/);
    found.push({
      code: 'secret-in-text',
      severity: 'error',
      message:
        'a credential of this project is in the text: take it out, and revoke it if anybody may have seen it',
      line: before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      fixable: false,
    });
  }
  return found;
}
