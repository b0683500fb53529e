import { openProject as open, type Project } from '../../app/project/project.ts';
import type { Wires } from '../../app/project/wires.ts';
import type { Io } from './io.ts';

/** Loads the adapters; import it only where a command needs them, since it leads to every adapter. */
export const wires = async (): Promise<Wires> => (await import('../../compose.ts')).wires;

/** Opens the current project. @throws ConfigError */
export const openProject = (io: Io): Promise<Project> => open(io, wires);
