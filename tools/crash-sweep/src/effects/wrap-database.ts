import { Client } from 'pg';
import type { Observer } from './observer';
import { Conversation } from './statement-name';
import type { Witness } from './witness';

type Callback = (error: unknown, result: unknown) => void;
type After = (result?: unknown) => void;
type Submittable = {
  readonly text?: string;
  submit: unknown;
  callback?: Callback;
  once?(event: 'end', listener: After): unknown;
};
type Query = (this: object, config: unknown, values?: unknown, callback?: unknown) => unknown;

/** Wraps every statement of every connection, pooled or not, in promise, callback and submittable form; the witness hears of an answer first. */
export function wrapDatabase(observe: Observer, witness?: Witness): void {
  const conversations = new WeakMap<object, Conversation>();
  const prototype = Client.prototype as unknown as { query: Query };
  const original = prototype.query;
  prototype.query = function query(config, values, callback): unknown {
    const conversation = conversations.get(this) ?? new Conversation();
    conversations.set(this, conversation);
    const name = `sql ${conversation.name(textOf(config))}`;
    observe(name, 'before');
    witness?.asked(this, textOf(config), valuesOf(config, values));
    const after: After = (result) => {
      witness?.answered(this, (result as { command?: string } | undefined)?.command);
      observe(name, 'after');
    };
    if (isSubmittable(config)) {
      if (config.callback) config.callback = watched(config.callback, after);
      else config.once?.('end', after);
      return original.call(this, config, values, callback);
    }
    if (typeof values === 'function') return original.call(this, config, watched(values as Callback, after));
    if (typeof callback === 'function')
      return original.call(this, config, values, watched(callback as Callback, after));
    return (original.call(this, config, values) as Promise<unknown>).then((result) => {
      after(result);
      return result;
    });
  };
}

function watched(callback: Callback, after: After): Callback {
  return (error, result) => {
    if (!error) after(result);
    callback(error, result);
  };
}

function isSubmittable(config: unknown): config is Submittable {
  return typeof config === 'object' && config !== null && typeof (config as Submittable).submit === 'function';
}

function textOf(config: unknown): string {
  return typeof config === 'string' ? config : ((config as { text?: string } | null)?.text ?? '');
}

function valuesOf(config: unknown, values: unknown): readonly unknown[] {
  if (Array.isArray(values)) return values;
  return (config as { values?: readonly unknown[] } | null)?.values ?? [];
}
