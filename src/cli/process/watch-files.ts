import { type FSWatcher, watch } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Editors write a file in several steps; changes within this time count as one. In ms. */
const SETTLE_MS = 80;

/**
 * Calls `changed` after each change of one of the files, until the signal is aborted. Watches folders instead of files, since
 * many editors replace the file.
 */
export async function watchFiles(
  files: readonly string[],
  signal: AbortSignal,
  changed: () => Promise<void>,
): Promise<void> {
  const names = new Map<string, Set<string>>();
  for (const file of files) {
    const folder = dirname(file);
    names.set(folder, (names.get(folder) ?? new Set()).add(basename(file)));
  }
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const watchers: FSWatcher[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      const later = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          running = running.then(changed);
          running.catch(reject);
        }, SETTLE_MS);
      };
      for (const [folder, wanted] of names)
        watchers.push(
          watch(folder, (_event, name) => {
            if (name !== null && wanted.has(name)) later();
          }),
        );
      if (signal.aborted) resolve();
      else signal.addEventListener('abort', () => resolve(), { once: true });
    });
  } finally {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  }
  await running;
}
