import type { ServiceDefinition } from '@lienthong/service-host';
import { amountsAndDatesOf, takenAsRead } from './bad-input';
import { startTestService, type TestService } from './test-service';

/** A test that no amount and no date of any endpoint of a service is guessed: what cannot be read is refused by its name. */
export function describeRefusesBadInput(
  definition: ServiceDefinition,
  { atLeast }: { readonly atLeast: number },
): void {
  describe(`what ${definition.member} cannot read`, () => {
    let service: TestService;
    beforeAll(async () => {
      service = await startTestService(definition);
    });
    afterAll(() => service.stop());

    it('as an amount or a date is refused by the name of its field, and never taken for 0 or a first day', async () => {
      const fields = amountsAndDatesOf(service);
      const taken: Record<string, readonly unknown[]> = {};
      for (const field of fields) {
        const values = await takenAsRead(field, await service.as(field.role));
        if (values.length > 0) taken[`${field.method} ${field.path} ${field.field}`] = values;
      }
      expect(taken).toEqual({});
      expect(fields.length).toBeGreaterThanOrEqual(atLeast);
    });
  });
}
