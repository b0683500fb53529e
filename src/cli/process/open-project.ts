import { openProject as open, type Project } from '../../app/project/project.ts';
import type { Wires } from '../../app/project/wires.ts';
import type { Io } from './io.ts';

/** What the application is wired to; read only where a command needs it, since it leads to every adapter. */
export const wires = async (): Promise<Wires> => (await import('../../compose.ts')).wires;

/** The project that the person stands in. @throws ConfigError */
export const openProject = (io: Io): Promise<Project> => open(io, wires);
