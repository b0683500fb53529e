/** The replacement for a secret. */
const MASK = '[secret]';

/** Shorter values are not redacted: they are not real secrets, and could be ordinary words. */
const SHORTEST = 16;

/** Removes the secrets of a run from its output. */
export type Redactor = {
  /** Adds secrets to redact from now on. */
  readonly hide: (secrets: readonly string[]) => void;
  /** Redacts every secret in a text, also URL-encoded or inside a JSON string. */
  readonly redact: (text: string) => string;
};

/** Makes a redactor without secrets. */
export function makeRedactor(): Redactor {
  const hidden = new Set<string>();
  return {
    hide: (secrets) => {
      for (const secret of secrets) {
        if (secret.length < SHORTEST) continue;
        hidden.add(secret).add(encodeURIComponent(secret)).add(JSON.stringify(secret).slice(1, -1));
      }
    },
    redact: (text) => {
      let shown = text;
      for (const secret of hidden) if (shown.includes(secret)) shown = shown.replaceAll(secret, MASK);
      return shown;
    },
  };
}
