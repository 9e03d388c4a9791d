// Health check of a service container: ready means that database and broker answer and the consumer has joined.
const port = process.env.PORT;
const answer = await fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(4000) });
process.exit(answer.ok ? 0 : 1);
