import { messageOf, type MessageClass, type Received } from '@lienthong/envelope';
import type { EntityClass, Loaded } from '@lienthong/persistence';
import { EventPattern } from '@nestjs/microservices';

type Keys = string | readonly string[] | undefined;

/** An entity and the keys of it that a message needs; one query brings them for the whole batch. */
export type Load<B> = readonly [entity: EntityClass, keys: (body: B, message: Received<B>) => Keys];
/** The same, for keys that stand in what the first loads brought. */
export type ThenLoad<B> = readonly [entity: EntityClass, keys: (body: B, loaded: Loaded) => Keys];

export interface HandlerLoads<B> {
  /** Locked until the commit. */
  readonly loads?: readonly Load<B>[];
  /** Not locked: settings and look-ups. */
  readonly reads?: readonly Load<B>[];
  /** Locked, after `loads`. */
  readonly thenLoads?: readonly ThenLoad<B>[];
}

/** What the strategy finds beside a handler (Nest's `extras`). */
export interface HandlerExtras extends HandlerLoads<never> {
  readonly messageClass: MessageClass<object>;
  /** By wire name, where the handler takes several versions. */
  readonly messageClasses?: ReadonlyMap<string, MessageClass<object>>;
}

/**
 * Marks the method of a `@Controller()` that handles a message: `handle(message: Received<Body>): Promise<void>`; a list names
 * versions of one message that read alike.
 */
export function Handles<B extends object>(
  messageClass: (new () => B) | readonly (new () => B)[],
  loads: HandlerLoads<B> = {},
): MethodDecorator {
  const classes = (Array.isArray(messageClass) ? messageClass : [messageClass]) as MessageClass<B>[];
  const messageClasses = new Map(classes.map((one) => [messageOf(one).type, one]));
  return EventPattern([...messageClasses.keys()], undefined, { messageClass: classes[0], messageClasses, ...loads });
}
