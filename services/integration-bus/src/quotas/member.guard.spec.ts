import 'reflect-metadata';
import { GUARDS_METADATA, METHOD_METADATA } from '@nestjs/common/constants';
import { MEMBER_ROLE } from '@lienthong/service-host';
import { IntegrationBusModule } from '../integration-bus.module';
import { MemberGuard } from './member.guard';

const ROLES = 'lienthong:roles';

type Controller = new (...collaborators: never[]) => object;

/** What a decorator said of an endpoint, or of its whole controller. */
function said<T>(key: string, controller: Controller, endpoint: object): T[] {
  return [endpoint, controller].flatMap((of) => (Reflect.getMetadata(key, of) as T[] | undefined) ?? []);
}

describe('the guard of members', () => {
  const controllers = Reflect.getMetadata('controllers', IntegrationBusModule) as Controller[];
  const endpoints = controllers.flatMap((controller) =>
    Object.getOwnPropertyNames(controller.prototype)
      .map((name) => [controller, name, (controller.prototype as Record<string, object>)[name] as object] as const)
      .filter(([, , endpoint]) => Reflect.hasMetadata(METHOD_METADATA, endpoint)),
  );
  const open = endpoints.filter(([controller, , endpoint]) =>
    said<string>(ROLES, controller, endpoint).includes(MEMBER_ROLE),
  );

  it('stands before every endpoint that is open to members, so that each of them is metered', () => {
    expect(open.length).toBeGreaterThanOrEqual(10);
    const bare = open.filter(
      ([controller, , endpoint]) => !said(GUARDS_METADATA, controller, endpoint).includes(MemberGuard),
    );
    expect(bare.map(([controller, name]) => `${controller.name}.${name}`)).toEqual([]);
  });
});
