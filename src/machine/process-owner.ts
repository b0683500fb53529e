import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Owner } from '../publishing/owner.ts';

function read(work: () => string): string {
  try {
    return work().trim();
  } catch {
    // Not Linux, or not permitted: the host name alone must do, and a dead process is noticed later.
    return '';
  }
}

/**
 * Identifies where process ids are comparable with ours: this boot of this machine, and on Linux this pid namespace, since two
 * containers may share a host name and a folder, and each has a process 1.
 */
function placeOfProcesses(): string {
  const boot = read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')).slice(0, 8);
  const space = read(() => readlinkSync('/proc/self/ns/pid')).replace(/\D/g, '');
  return `${hostname()}/${boot}/${space}`;
}

/** Whether a process has ended, and only its parent has not asked for its exit code (a zombie). Linux only. */
const hasEnded = (pid: number): boolean =>
  /\) [ZX] [^)]*$/.test(read(() => readFileSync(`/proc/${pid}/stat`, 'utf8')));

/** Whether a process with that id runs, in the same namespace. In a container without an init, a killed process stays a zombie. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !hasEnded(pid);
  } catch (error) {
    // Any error other than "no such process" means that it exists.
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH');
  }
}

/**
 * Makes this process's identity as the owner of leases: `process 123 on host`, then what distinguishes it from processes of the
 * same name. `birth` differs for each process that has had this id.
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
      // Our own id with another birth: its previous process is dead.
      return pid === process.pid || !isAlive(pid);
    },
  };
}
