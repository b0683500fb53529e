import type { YamlValue } from '../../drafts/front-matter/read-yaml.ts';
import type { PostFields } from '../reading/post-fields.ts';

/** A file of a site, as its generator sees it. */
export type SiteText = {
  /** Relative to the site's folder, with `/`. */
  readonly path: string;
  readonly fields: PostFields;
  /** Whether it opens with front matter; Jekyll copies a file without it as it is. */
  readonly hasFrontMatter: boolean;
  /** The words of a level-1 heading with which its text opens. */
  readonly heading?: string | undefined;
};

/** A generator's settings, each scalar as text. */
export type SiteSettings = YamlValue | undefined;

/** Returns a value by the path of its keys, in any case, as Hugo reads them; `undefined` if it is missing. */
export function settingAt(settings: SiteSettings, ...path: readonly string[]): SiteSettings {
  let value = settings;
  for (const key of path) {
    if (!isMap(value)) return undefined;
    const found =
      value.get(key) ?? [...value].find(([name]) => name.toLowerCase() === key.toLowerCase())?.[1];
    if (found === undefined || found === null) return undefined;
    value = found;
  }
  return value;
}

/** Returns a text by the path of its keys; `undefined` if it is missing, empty, or a collection. */
export function settingText(settings: SiteSettings, ...path: readonly string[]): string | undefined {
  const value = settingAt(settings, ...path);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** Whether a value has keys. */
export const isMap = (value: SiteSettings): value is ReadonlyMap<string, YamlValue> => value instanceof Map;

/** Splits a path into its folders and its file's name without the ending. */
export function pathParts(path: string): {
  readonly folders: readonly string[];
  readonly stem: string;
  readonly ending: string;
} {
  const folders = path.split('/');
  const name = folders.pop() ?? '';
  const dot = name.lastIndexOf('.');
  return dot <= 0
    ? { folders, stem: name, ending: '' }
    : { folders, stem: name.slice(0, dot), ending: name.slice(dot) };
}

/** Replaces each `:name` of a pattern; `undefined` if one has no value. `values` may have empty text: `:categories`. */
export function filled(
  pattern: string,
  values: Readonly<Record<string, string | undefined>>,
): string | undefined {
  let isMissing = false;
  const path = pattern.replace(/:([a-z_]+)/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) isMissing = true;
    return value ?? '';
  });
  return isMissing || /[[\]{}<>]/.test(path) ? undefined : `/${path}`.replace(/\/{2,}/g, '/');
}
