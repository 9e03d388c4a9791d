import { Guard } from './guard';
import { readLines, type ToGuard } from './guard-protocol';

const guard = new Guard();
for (const signal of ['SIGINT', 'SIGHUP', 'SIGPIPE'] as const) process.on(signal, () => undefined);
process.on('SIGTERM', () => void guard.close());
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
readLines<ToGuard>(process.stdin, (message) => guard.receive(message));
process.stdin.once('close', () => void guard.close());
process.stdin.once('end', () => void guard.close());
