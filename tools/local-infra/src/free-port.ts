import { createServer } from 'node:net';

/** A port of 127.0.0.1 that nobody listens on at this moment: the wanted one where it is free, else any. */
export async function freePort(wanted = 0): Promise<number> {
  const port = await bindOnce(wanted);
  return port ?? (await bindOnce(0)) ?? Promise.reject(new Error('no port of 127.0.0.1 is free'));
}

function bindOnce(wanted: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(undefined));
    probe.listen({ port: wanted, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}
