import type { Context, Hono } from 'hono';
import type { Wire } from './socket.ts';

/** The app's type: its bindings are the Node server's request and response, if there is a socket. */
export type SandboxHono = Hono<{ Bindings: Wire }>;

/** A request to the sandbox. */
export type SandboxContext = Context<{ Bindings: Wire }>;
