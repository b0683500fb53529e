import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Owner } from '../publishing/owner.ts';

function read(work: () => string): string {
  try {
    return work().trim();
  } catch {
    // Not Linux, or not allowed: the host's name alone has to do, and a death is noticed later.
    return '';
  }
}

/**
 * Where process ids mean the same as ours: this boot of this machine, and on Linux this space of process ids, since
 * two containers may share a name and a folder, and each has a process 1.
 */
function placeOfProcesses(): string {
  const boot = read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')).slice(0, 8);
  const space = read(() => readlinkSync('/proc/self/ns/pid')).replace(/\D/g, '');
  return `${hostname()}/${boot}/${space}`;
}

/** Whether there is a process of that id, where ours means the same. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Anything but "no such process" means that there is one.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/**
 * This process as the owner of leases: `process 123 on host`, then what tells it from its namesakes. `birth` differs
 * for each process that has had this id.
 */
export function processOwner(birth: string): Owner {
  const place = placeOfProcesses();
  const name = `process ${process.pid} on ${hostname()} #${place}#${birth}`;
  return {
    name,
    isDead: (owner) => {
      if (owner === name) return false;
      const match = /^process (\d+) on .* #(.*)#/.exec(owner);
      if (match?.[1] === undefined || match[2] !== place) return false;
      const pid = Number(match[1]);
      // Our own id under another birth: whoever had it before us is gone.
      return pid === process.pid || !isAlive(pid);
    },
  };
}
