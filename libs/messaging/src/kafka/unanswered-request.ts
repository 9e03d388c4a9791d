import type { Socket } from 'node:net';
import { KafkaJSRequestTimeoutError } from 'kafkajs';
// No public entry: the class is internal to kafkajs, whose version is pinned.
import Connection from 'kafkajs/src/network/connection';

/** When each open socket last heard from its broker. */
const lastHeardAt = new Map<Socket, number>();
let patched = false;

/**
 * kafkajs 2.2.4 gives up a request that gets no answer, but keeps its connection and sends the next one into the same
 * silence: behind a firewall that forgot the connection a consumer or producer never comes back. Here such a connection
 * ends, with every other one that was silent as long, and kafkajs makes new ones.
 */
export function patchUnansweredRequests(): void {
  if (patched) return;
  patched = true;
  const original = Connection.prototype.send;
  Connection.prototype.send = async function (this: Connection, request: unknown): Promise<unknown> {
    const sentAt = performance.now();
    try {
      return await original.call(this, request);
    } catch (error) {
      if (error instanceof KafkaJSRequestTimeoutError) endSilentSince(sentAt, error);
      throw error;
    }
  };
}

/** Remembers when something came from the broker, from the first moment on. */
export function watchSilence(socket: Socket): void {
  const hear = (): void => void lastHeardAt.set(socket, performance.now());
  hear();
  socket.on('data', hear);
  socket.once('close', () => lastHeardAt.delete(socket));
}

function endSilentSince(moment: number, error: Error): void {
  for (const [socket, heardAt] of lastHeardAt) if (heardAt <= moment) socket.destroy(error);
}
