import { addDays } from '@lienthong/kernel';
import { holdsOn } from '../registry';
import { registryErrors } from '../registry.errors';
import type { DatedCode } from '../registry-files';

/**
 * The codes of a member after it got one more; the one that it replaces ends the day before and names its successor.
 * @throws integration-bus.AGENCY_CODE_UNKNOWN
 */
export function withCode(codes: readonly DatedCode[], added: DatedCode, replaces: string | undefined): DatedCode[] {
  if (replaces === undefined) return [...codes, added];
  const lastDay = addDays(added.validFrom, -1);
  const old = codes.find((one) => one.code === replaces && holdsOn(one, lastDay));
  if (!old) throw registryErrors.AGENCY_CODE_UNKNOWN({ code: replaces, on: lastDay });
  const ended = { ...old, validTo: lastDay, successors: [added.code] };
  return [...codes.map((one) => (one === old ? ended : one)), added];
}
