import type { ClientBase } from 'pg';
import { registryErrors } from '../registry.errors';
import type { DatedCode } from '../registry-files';

/** Codes $1 of members and offices, those of the member $2 apart. */
const OF_OTHERS = `
select owner, c ->> 'code' as code, c ->> 'validFrom' as valid_from, c ->> 'validTo' as valid_to from (
  select code as owner, agency_codes as codes from member where code <> $2
  union all select member || '/' || id, unit_codes from office where member <> $2) o
cross join lateral jsonb_array_elements(o.codes) c where c ->> 'code' = any($1)`;

interface OwnedRow {
  owner: string;
  code: string;
  valid_from: string;
  valid_to: string | null;
}

/** A code belongs to one member at a time. @throws integration-bus.AGENCY_CODE_TAKEN, PERIOD_WRONG */
export async function refuseTakenCodes(client: ClientBase, codes: readonly DatedCode[], member: string): Promise<void> {
  for (const { validFrom, validTo } of codes) {
    if (validTo !== undefined && validTo < validFrom)
      throw registryErrors.PERIOD_WRONG({ from: validFrom, to: validTo });
  }
  const { rows } = await client.query<OwnedRow>(OF_OTHERS, [codes.map(({ code }) => code), member]);
  for (const wanted of codes) {
    const taken = rows.find((row) => row.code === wanted.code && overlap(row, wanted));
    if (taken) throw registryErrors.AGENCY_CODE_TAKEN({ code: wanted.code, on: wanted.validFrom, owner: taken.owner });
  }
}

function overlap({ valid_from: from, valid_to: to }: OwnedRow, wanted: DatedCode): boolean {
  return (to === null || wanted.validFrom <= to) && (wanted.validTo === undefined || from <= wanted.validTo);
}
