import { spawn } from 'node:child_process';

/** The program that opens an address in the browser, by platform. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  darwin: 'open',
  linux: 'xdg-open',
  win32: 'explorer.exe',
};

/**
 * Opens an address in the user's browser, except over SSH or on Linux without a display. It can't be known whether a browser
 * really appeared, so print the address too.
 */
export function openBrowser(url: string, env: Readonly<Record<string, string | undefined>>): boolean {
  const opener = OPENERS[process.platform];
  const isRemote = ['SSH_CONNECTION', 'SSH_TTY', 'SSH_CLIENT'].some((name) => (env[name] ?? '') !== '');
  const hasDisplay =
    process.platform !== 'linux' || ['DISPLAY', 'WAYLAND_DISPLAY'].some((name) => (env[name] ?? '') !== '');
  if (opener === undefined || isRemote || !hasDisplay || !/^https?:\/\//.test(url)) return false;
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  // If the program does not exist, the user has the printed address.
  child.on('error', () => undefined);
  child.unref();
  return true;
}
