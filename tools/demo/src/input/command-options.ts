import { parseArgs, type ParseArgsConfig } from 'node:util';
import { type InputFault, WrongInput } from './fault';

type Known = NonNullable<ParseArgsConfig['options']>;

/** The values of a command line that has these options and nothing else. @throws WrongInput at the first stranger */
export function parseOptions<T extends Known>(args: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new WrongInput([{ path: 'options', message: `${(error as Error).message}; --help tells what is known` }]);
  }
}

/** The whole number given within `[least, most]`; a fault is added for anything else. */
export function wholeOption(
  faults: InputFault[],
  path: string,
  text: string | undefined,
  [least, most]: readonly [number, number],
): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  faults.push({ path, message: `'${text}' is not a whole number from ${least} to ${most}` });
  return undefined;
}

/** Which of the `known` names a list with commas asks for, in their own order, all by default; strangers are a fault. */
export function namesOption<T extends string>(
  faults: InputFault[],
  path: string,
  text: string | undefined,
  { known, kind }: { readonly known: readonly T[]; readonly kind: string },
): readonly T[] {
  if (text === undefined) return known;
  const asked = text.split(',').map((name) => name.trim());
  const strangers = asked.filter((name) => !known.some((one) => one === name));
  if (strangers.length > 0) {
    const named = strangers.map((name) => `'${name}'`).join(', ');
    faults.push({ path, message: `${named} is no ${kind}; there are ${known.join(', ')}` });
  }
  return known.filter((name) => asked.includes(name));
}
