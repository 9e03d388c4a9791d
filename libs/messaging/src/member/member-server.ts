import { type CustomTransportStrategy, Server } from '@nestjs/microservices';

/**
 * The Nest side of a member: collects the handlers that `@Handles` declared. What feeds them is `MemberMessaging`, which
 * the host starts once the database stands; `listen` therefore only says that the handlers are bound.
 */
export class MemberServer extends Server implements CustomTransportStrategy {
  override readonly transportId = Symbol('lienthong-member');

  listen(callback: () => void): void {
    callback();
  }

  close(): void {
    // The host stops MemberMessaging itself, after HTTP and before the database.
  }

  on(): void {
    // No events of a connection: health is asked, not told.
  }

  unwrap<T>(): T {
    return this as unknown as T;
  }
}
