import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import type { EntityClass } from '@lienthong/persistence';

export const DECIDES = 'lienthong:decides';
export const DECIDES_EACH = 'lienthong:decides-each';
export const SHOWS = 'lienthong:shows';
export const DESK_OF = 'lienthong:desk-of';

/** The row of the whole controller, as its `@DeskOf` says. */
export const OF_DESK = Symbol('the row of the desk');

/** Which row an endpoint is about: its class, and the parameter or field of the body that holds its key. */
export interface AboutRow {
  readonly row: EntityClass | typeof OF_DESK;
  readonly param?: string;
  readonly field?: string;
  /** Makes the key where the address names only a part of it, and the office of who asks is the other. */
  readonly key?: (office: string, value: string) => string;
}

type Place = ({ readonly param: string } | { readonly field: string }) & Pick<AboutRow, 'key'>;

/**
 * The endpoint decides about a row: who asks names the version that was looked at by `If-Match`, as list or view gave it
 * (428 without one, 412 when the row has changed since, 409 when a colleague has claimed the work).
 */
export function Decides(row: AboutRow['row'], place: Place): MethodDecorator {
  return applyDecorators(
    SetMetadata(DECIDES, { row, ...place } satisfies AboutRow),
    ApiHeader({ name: 'If-Match', required: true, schema: { type: 'string' }, description: '`etag` of list or view' }),
  );
}

/**
 * The endpoint decides about several rows, each named in the body with the version that was looked at: it asks the
 * `DecisionGate` about each; what the body gives as its reason is kept with every change.
 */
export function DecidesEach(): MethodDecorator {
  return SetMetadata(DECIDES_EACH, true);
}

/** The endpoint shows a row: the answer has its version as `ETag`. */
export function Shows(row: AboutRow['row'], place: Place): MethodDecorator {
  return SetMetadata(SHOWS, { row, ...place } satisfies AboutRow);
}

/** Of what all endpoints of the controller are, where a parent class cannot know. */
export function DeskOf(row: EntityClass): ClassDecorator {
  return SetMetadata(DESK_OF, row);
}
