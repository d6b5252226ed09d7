/**
 * Loaded into the Agents Playground before its own code (`node --import`).
 *
 * The Playground listens on every address of the machine and has no setting for it, so that anybody on the network
 * could talk to a bot that runs without authentication: a listener without a host gets the loopback address here. And it
 * outlives a parent that was killed: it ends when the channel to the parent closes.
 */
import { Server } from 'node:net';

const LOOPBACK = '127.0.0.1';
const listen = Server.prototype.listen;

function listenOnLoopback(this: Server, ...args: unknown[]): Server {
  const [port, ...rest] = args;
  const bare = typeof port === 'number' && typeof rest[0] !== 'string';
  return Reflect.apply(listen, this, bare ? [port, LOOPBACK, ...rest] : args) as Server;
}

Server.prototype.listen = listenOnLoopback as typeof listen;

process.on('disconnect', () => process.exit(0));
