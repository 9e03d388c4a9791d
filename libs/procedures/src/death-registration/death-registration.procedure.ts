import { civilEnds, under } from '../civil/civil-parts';
import { defineProcedure } from '../define-procedure';
import type { Procedure, ProcedureVersion } from '../procedure';
import { deathBranches, deathSteps, type FuneralRule } from './death-steps';
import { type DeathTimes, deathTimes2015, deathTimes2021, deathTimes2025, deathTimes2026 } from './death-times.data';

const KEPT = 'all versions are kept under 2.002622.';
const THREE_DAYS = 'Three working days in total since NĐ 63/2024/NĐ-CP: named by pages whose addresses were not kept.';

interface Dated {
  readonly times: DeathTimes;
  readonly rule: FuneralRule;
  readonly totalDays: number;
  readonly totalSource: string;
}

function version(
  { times, rule, totalDays, totalSource }: Dated,
  rest: Pick<ProcedureVersion, 'version' | 'validFrom' | 'source' | 'readings'> &
    Pick<Partial<ProcedureVersion>, 'validTo'>,
): ProcedureVersion {
  return {
    ...rest,
    ruleSets: [{ id: times.ruleSet, name: rest.source, validFrom: rest.validFrom, counts: 'working-minutes' }],
    firstStep: 'declare',
    branches: deathBranches(times),
    steps: deathSteps(times, rule),
    ends: civilEnds,
    pivot: 'register',
    totalLimits: under(times.ruleSet, { amount: totalDays, source: totalSource, reading: true }),
  };
}

const versions: readonly ProcedureVersion[] = [
  version(
    { times: deathTimes2015, rule: 'support-alone', totalDays: 10, totalSource: 'longest branch; no text at hand' },
    {
      version: 1,
      validFrom: '2015-07-01',
      validTo: '2021-06-30',
      source: 'Practice of Nhơn Trạch: funeral-cost support for persons over 80 (S0)',
      readings: [
        `No national code of the chain of these years was found; ${KEPT}`,
        'First day and times are readings: the article of late 2015 describes the chain, not its law.',
      ],
    },
  ),
  version(
    { times: deathTimes2021, rule: 'support-alone', totalDays: 3, totalSource: 'NĐ 63/2024/NĐ-CP, by public pages' },
    {
      version: 2,
      validFrom: '2021-07-01',
      validTo: '2025-06-30',
      source: 'NĐ 20/2021/NĐ-CP Đ11',
      readings: [
        `The national code 2.002622 is that of the electronic group of 2024; ${KEPT}`,
        THREE_DAYS,
        'The first day, 01/07/2021, was not read in a text at hand.',
      ],
    },
  ),
  version(
    { times: deathTimes2025, rule: 'highest-of-two', totalDays: 3, totalSource: 'NĐ 63/2024/NĐ-CP, by public pages' },
    {
      version: 3,
      validFrom: '2025-07-01',
      validTo: '2026-02-28',
      source: 'NĐ 176/2025/NĐ-CP; NĐ 20/2021/NĐ-CP Đ11(2)',
      readings: [THREE_DAYS, 'Only the highest of two funeral benefits is paid: page not kept.'],
    },
  ),
  version(
    { times: deathTimes2026, rule: 'highest-of-two', totalDays: 3, totalSource: 'NĐ 63/2024/NĐ-CP, by public pages' },
    {
      version: 4,
      validFrom: '2026-03-01',
      source: 'NĐ 58/2026/NĐ-CP; NĐ 176/2025/NĐ-CP',
      readings: [
        `National code since 2026: 2.002913 (list of a province); ${KEPT}`,
        THREE_DAYS,
        'The first day, 01/03/2026, is a reading: the decree was reported in February 2026.',
      ],
    },
  ),
];

/** One death declaration ends residence, card and pension, and claims funeral-cost support. */
export const deathRegistration: Procedure = defineProcedure({
  code: '2.002622',
  name: {
    vi: 'Liên thông đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí',
    en: 'Death registration, end of residence and benefits, and funeral-cost support in one chain',
  },
  owner: 'civil-status',
  changeKinds: [],
  versions,
});
