/** What stands in an output in place of a secret. */
const MASK = '[secret]';

/** Shorter values are not hidden: they would take ordinary words out of sentences, and are no real secrets. */
const SHORTEST = 16;

/** Keeps the secrets of a run out of everything it writes. */
export type Redactor = {
  /** Adds secrets to hide from now on. */
  readonly hide: (secrets: readonly string[]) => void;
  /** The text with every secret masked, also where it stands URL-encoded or inside a JSON string. */
  readonly redact: (text: string) => string;
};

/** A redactor that knows no secret yet. */
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
