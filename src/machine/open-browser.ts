import { spawn } from 'node:child_process';

/** What opens an address in the person's browser, by platform. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'open',
  linux: 'xdg-open',
  win32: 'explorer.exe',
};

/**
 * Opens an address in the person's browser, where there is one: not over SSH, nor on Linux without a display. Whether a
 * browser really came up can't be known, so the address is to be printed as well.
 */
export function openBrowser(url: string, env: Readonly<Record<string, string | undefined>>): boolean {
  const opener = OPENERS[process.platform];
  const isRemote = ['SSH_CONNECTION', 'SSH_TTY', 'SSH_CLIENT'].some((name) => (env[name] ?? '') !== '');
  const hasDisplay =
    process.platform !== 'linux' || ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (env[name] ?? '') !== '');
  if (opener === undefined || isRemote || !hasDisplay || !/^https?:\/\//.test(url)) return false;
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  // A machine without the program: the printed address is the way.
  child.on('error', () => undefined);
  child.unref();
  return true;
}
