import { Socket } from 'node:net';

/**
 * Makes sockets for `pg`'s option `stream` that end themselves when nothing has passed for `silenceMs` milliseconds. A
 * firewall that forgot a connection tells neither side: without this a statement waits for ever. Choose it longer than
 * the longest statement. The error has code ETIMEDOUT, which counts as transient.
 */
export function watchedSockets(silenceMs: number): () => Socket {
  return () => {
    const socket = new Socket();
    socket.setTimeout(silenceMs, () => {
      const text = `nothing came from the database for ${silenceMs} ms`;
      socket.destroy(Object.assign(new Error(text), { code: 'ETIMEDOUT' }));
    });
    return socket;
  };
}
