import { parseArgs } from 'node:util';
import { instantText } from '@lienthong/kernel';
import { InfrastructureMissing } from '../../local-infra/src';
import {
  businessTimeFaults,
  Console,
  DEFAULT_AT,
  interruptSignal,
  printAccess,
  publishStack,
  readBusinessTime,
  readDemoConfig,
  Session,
  untilAborted,
  WrongInput,
} from '../../demo/src';

const FAILED = 1;
const WRONG_INPUT = 2;
const INTERRUPTED = 130;

/** The stack on its default ports until Ctrl-C. */
async function main(args: readonly string[]): Promise<number> {
  const console = new Console(false);
  const at = businessTime(args);
  const signal = interruptSignal(() => console.line('stopping (Ctrl-C again ends at once)'));
  const { home } = readDemoConfig();
  const clockOffsetMs = (): number => at.getTime() - Date.now();
  const session = new Session({ home, clockOffsetMs, ports: 'default', keep: false, console, signal });
  console.line(`Liên Thông: the stack, business time ${instantText(at).slice(0, 16)}`);
  let withdraw: () => void = () => undefined;
  try {
    const access = await session.open();
    withdraw = publishStack(access);
    await printAccess(console, access);
    await untilAborted(signal);
    return 0;
  } catch (error) {
    if (signal.aborted) return INTERRUPTED;
    throw error;
  } finally {
    withdraw();
    await session.close({ keepLogs: !signal.aborted });
  }
}

/** `--at`, else now where calendar and law know today, else the demo's Monday. */
function businessTime(args: readonly string[]): Date {
  const { values } = parseArgs({ args: [...args], options: { at: { type: 'string' } } });
  if (values.at !== undefined) return readBusinessTime(values.at);
  const now = new Date();
  return businessTimeFaults(now, 'today').length === 0 ? now : readBusinessTime(DEFAULT_AT);
}

function report(error: unknown): number {
  const isWrongOption = error instanceof WrongInput || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
  const isExpected = isWrongOption || error instanceof InfrastructureMissing;
  const text = error instanceof Error ? (isExpected ? error.message : (error.stack ?? error.message)) : String(error);
  process.stderr.write(`${text}\n`);
  return isWrongOption ? WRONG_INPUT : FAILED;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => process.exit(report(error)),
);
