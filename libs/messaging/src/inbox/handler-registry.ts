import { type Received, validateBody } from '@lienthong/envelope';
import type { EntityClass, Transaction } from '@lienthong/persistence';
import type { MessageHandler } from '@nestjs/microservices';
import { from, isObservable, lastValueFrom } from 'rxjs';
import type { HandlerExtras } from '../handles.decorator';
import { messagingErrors } from '../messaging.errors';
import { type MessagingObserver, unobserved } from '../observer';

export interface Handler {
  readonly extras: HandlerExtras;
  readonly invoke: (message: Received<never>) => Promise<void>;
}

/** Handlers by message type, read from Nest's map once at start (asking Nest per message parses the pattern each time). */
export class HandlerRegistry {
  private readonly handlers = new Map<string, Handler>();

  constructor(nestHandlers: ReadonlyMap<string, MessageHandler>, observer: MessagingObserver = unobserved) {
    for (const [type, handler] of nestHandlers) {
      if (handler.next) throw messagingErrors.TYPE_HANDLED_TWICE({ type });
      this.handlers.set(type, { extras: handler.extras as HandlerExtras, invoke: timed(type, handler, observer) });
    }
  }

  get types(): readonly string[] {
    return [...this.handlers.keys()];
  }

  find(type: string): Handler | undefined {
    return this.handlers.get(type);
  }

  /** The body as the handler's class describes it; unknown fields are ignored. @throws envelope.BODY_INVALID, messaging.NO_HANDLER */
  body(type: string, body: unknown): object {
    const handler = this.find(type);
    if (!handler) throw messagingErrors.NO_HANDLER({ type });
    const { messageClass, messageClasses } = handler.extras;
    return validateBody(messageClasses?.get(type) ?? messageClass, body, 'tolerant');
  }
}

function timed(type: string, handler: MessageHandler, observer: MessagingObserver): Handler['invoke'] {
  return async (message) => {
    const began = performance.now();
    let failed = true;
    try {
      await run(handler, message);
      failed = false;
    } finally {
      observer.handler({ type, seconds: (performance.now() - began) / 1_000, failed });
    }
  };
}

async function run(handler: MessageHandler, message: Received<never>): Promise<void> {
  const result: unknown = await handler(message, undefined);
  if (isObservable(result)) await lastValueFrom(from(result), { defaultValue: undefined });
}

/** Brings everything the handlers of these messages declared: one query per entity. */
export async function preload(
  transaction: Transaction,
  work: readonly { handler: Handler; message: Received<never> }[],
): Promise<void> {
  const locked = new Wanted();
  const read = new Wanted();
  for (const { handler, message } of work) {
    for (const [entity, keys] of handler.extras.loads ?? []) locked.add(entity, keys(message.body, message));
    for (const [entity, keys] of handler.extras.reads ?? []) read.add(entity, keys(message.body, message));
  }
  await Promise.all([locked.load(transaction, true), read.load(transaction, false)]);
  const then = new Wanted();
  for (const { handler, message } of work) {
    for (const [entity, keys] of handler.extras.thenLoads ?? []) then.add(entity, keys(message.body, transaction));
  }
  await then.load(transaction, true);
}

class Wanted {
  private readonly keys = new Map<EntityClass, Set<string>>();

  add(entity: EntityClass, keys: string | readonly string[] | undefined): void {
    const set = this.keys.get(entity) ?? new Set<string>();
    for (const key of typeof keys === 'string' ? [keys] : (keys ?? [])) set.add(key);
    this.keys.set(entity, set);
  }

  /** Asked for in one go, by class name: one lock order everywhere. */
  async load(transaction: Transaction, lock: boolean): Promise<void> {
    const sorted = [...this.keys].sort(([a], [b]) => (a.name < b.name ? -1 : 1));
    await Promise.all(sorted.map(([entity, keys]) => transaction.load(entity, keys, lock)));
  }
}
