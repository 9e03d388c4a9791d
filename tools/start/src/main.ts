import { instantText } from '@lienthong/kernel';
import {
  businessTimeFaults,
  DEFAULT_AT,
  parseOptions,
  printAccess,
  publishStack,
  readBusinessTime,
  readDemoConfig,
  runCommand,
  type Scene,
  Session,
  untilAborted,
} from '../../demo/src';

const usage = `npm start -- [options]

The stack on its default ports until Ctrl-C.

  --at ISO   business time, a date or a date with time; default now, or ${DEFAULT_AT} where no rules are known for today
`;

runCommand({
  usage,
  prepare: (args) => {
    const at = businessTime(args);
    return { json: false, run: (scene) => stayUp(at, scene) };
  },
});

async function stayUp(at: Date, { console, signal }: Scene): Promise<boolean> {
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
    return true;
  } finally {
    withdraw();
    await session.close({ keepLogs: !signal.aborted });
  }
}

/** `--at`, else now where calendar and law know today, else the demo's Monday. */
function businessTime(args: readonly string[]): Date {
  const { at } = parseOptions(args, { at: { type: 'string' } });
  if (at !== undefined) return readBusinessTime(at);
  const now = new Date();
  return businessTimeFaults(now, 'today').length === 0 ? now : readBusinessTime(DEFAULT_AT);
}
