import type { ServerResponse } from 'node:http';

/**
 * Calls `then` when the line broke before all of the answer had left. What was given to a line that is destroyed, or that
 * breaks while it is written to, seems written too.
 */
export function onceBroken(response: ServerResponse, then: () => void): void {
  const { socket } = response;
  let hasLeft = false;
  response.once('finish', () => (hasLeft = socket?.destroyed === false));
  response.once('close', () => {
    if (!hasLeft || socket?.errored) then();
  });
}
