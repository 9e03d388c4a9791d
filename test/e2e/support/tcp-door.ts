import { connect, createServer, type Server, type Socket } from 'node:net';

/** A port in front of another one; closed, it refuses every connection as an absent server does. */
export class TcpDoor {
  private server: Server | undefined;
  private readonly sockets = new Set<Socket>();

  constructor(
    readonly port: number,
    private readonly target: string,
  ) {}

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  open(): Promise<void> {
    const at = this.target.lastIndexOf(':');
    const server = createServer((inside) => {
      const outside = connect({ host: this.target.slice(0, at), port: Number(this.target.slice(at + 1)) });
      for (const socket of [inside, outside]) {
        this.sockets.add(socket);
        socket.on('error', () => socket.destroy());
        socket.on('close', () => {
          this.sockets.delete(socket);
          inside.destroy();
          outside.destroy();
        });
      }
      inside.pipe(outside).pipe(inside);
    });
    this.server = server;
    return new Promise((resolve) => server.listen(this.port, '127.0.0.1', resolve));
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    const { server } = this;
    if (server) await new Promise((resolve) => server.close(resolve));
  }
}
