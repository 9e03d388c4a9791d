import { applyDecorators, createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiExtension, ApiHeader } from '@nestjs/swagger';
import { accessErrors } from './access.errors';
import { type Actor, actorOf } from './actor';

export const ROLES = 'lienthong:roles';
export const PUBLIC = 'lienthong:public';
export const CREATES = 'lienthong:creates';
export const GATHERED = 'lienthong:gathered';
export const OUTSIDE_UNIT_OF_WORK = 'lienthong:outside-unit-of-work';

type AnyDecorator = ClassDecorator & MethodDecorator;

/** The endpoint (or every endpoint of the controller) is for persons of this agency with one of these roles. */
export function Roles(first: string, ...others: readonly string[]): AnyDecorator {
  const roles = [first, ...others];
  return applyDecorators(SetMetadata(ROLES, roles), ApiBearerAuth(), ApiExtension('x-roles', roles));
}

/** The endpoint answers without a token; `why` is kept for the reader and the API page. */
export function PublicEndpoint(why: string): AnyDecorator {
  return applyDecorators(SetMetadata(PUBLIC, why), ApiExtension('x-public', why));
}

/** The POST creates something: it needs an Idempotency-Key, and repeating it gives the first answer again. */
export function Creates(): MethodDecorator {
  return applyDecorators(
    SetMetadata(CREATES, true),
    ApiHeader({ name: 'Idempotency-Key', required: true, schema: { type: 'string', minLength: 8, maxLength: 100 } }),
  );
}

/** Beside `@Creates`: requests that come while one is written share the next transaction, since all lock the same row. */
export function Gathered(): MethodDecorator {
  return SetMetadata(GATHERED, true);
}

/** The endpoint needs no transaction (health, metrics); it answers while the database is away. */
export function OutsideUnitOfWork(why: string): AnyDecorator {
  return SetMetadata(OUTSIDE_UNIT_OF_WORK, why);
}

/** The person who makes the request: `@CurrentActor() actor: Actor`. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const actor = actorOf(context.switchToHttp().getRequest<object>());
  if (!actor) throw accessErrors.TOKEN_MISSING();
  return actor;
});
