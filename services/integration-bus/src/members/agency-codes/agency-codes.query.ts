import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { registryErrors } from '../registry.errors';
import { type AgencyCodeForm, agencyCodeForm, normalAgencyCode } from './agency-code.rules';

/** Rows of a code, or of all legacy codes that end so; with them the codes that took their places, and theirs. */
const CODES = `
with recursive every as (
  select code as member, null as office, name, jsonb_array_elements(agency_codes) as c from member
  union all select member, id, name, jsonb_array_elements(unit_codes) from office),
found as (
  select member, office, name, c, 0 as depth from every where c ->> 'code' = $1 or $2 and c ->> 'code' like '%.' || $1
  union all
  select e.member, e.office, e.name, e.c, f.depth + 1 from found f
    join every e on f.c -> 'successors' ? (e.c ->> 'code') where f.depth < 10)
select distinct member, office, name, c ->> 'code' as code, c ->> 'validFrom' as valid_from, c ->> 'validTo' as valid_to,
  c -> 'successors' as successors, depth from found order by depth, valid_from`;

interface CodeRow {
  member: string;
  office: string | null;
  name: string;
  code: string;
  valid_from: LocalDate;
  valid_to: LocalDate | null;
  successors: readonly string[] | null;
  depth: number;
}

/** Whose code it is, and its days. */
export interface OwnedCode {
  readonly code: string;
  readonly member: string;
  readonly office?: string;
  readonly name: string;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  readonly successors?: readonly string[];
}

export interface ResolvedCode {
  readonly form: AgencyCodeForm;
  /** The code as it is registered, with who has or had it. */
  readonly found: OwnedCode;
  /** Whether it holds on the day asked for. */
  readonly holds: boolean;
  /** Who stands in its place on that day: itself, or the successors of its successors. */
  readonly current: readonly OwnedCode[];
  /** Only the end of a code was given: the registry knew one that ends so. */
  readonly warning?: 'legacy-short';
}

/** Old and new agency codes: never computed from each other, always looked up. */
@Injectable()
export class AgencyCodes {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws integration-bus.AGENCY_CODE_UNKNOWN, also when the end of a code fits several */
  async resolve(text: string, on: LocalDate): Promise<ResolvedCode> {
    const code = normalAgencyCode(text);
    const form = code === undefined ? 'foreign' : agencyCodeForm(code);
    const isShort = form === 'legacy-short';
    const rows = await this.unitOfWork.query<CodeRow>(CODES, [code ?? '', isShort]);
    const first = rows.filter(({ depth }) => depth === 0);
    const found = first.find((row) => holds(row, on)) ?? first.at(-1);
    if (!found || new Set(first.map((row) => row.code)).size > 1) {
      throw registryErrors.AGENCY_CODE_UNKNOWN({ code: code ?? text.slice(0, 60), on });
    }
    const held = holds(found, on);
    const current = held ? [found] : rows.filter((row) => row.depth > 0 && holds(row, on));
    return {
      ...{ form, found: viewOf(found), holds: held, current: current.map(viewOf) },
      ...(isShort && found.code !== code ? { warning: 'legacy-short' as const } : {}),
    };
  }
}

function holds({ valid_from: from, valid_to: to }: CodeRow, on: LocalDate): boolean {
  return from <= on && (to === null || on <= to);
}

function viewOf({ code, member, office, name, valid_from: validFrom, valid_to: to, successors }: CodeRow): OwnedCode {
  return {
    ...{ code, member, ...(office === null ? {} : { office }), name, validFrom },
    ...(to === null ? {} : { validTo: to }),
    ...(successors === null ? {} : { successors }),
  };
}
