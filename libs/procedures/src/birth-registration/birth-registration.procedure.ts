import { civilEnds, under } from '../civil/civil-parts';
import { defineProcedure } from '../define-procedure';
import type { Procedure, ProcedureVersion } from '../procedure';
import { birthBranches, birthSteps } from './birth-steps';
import { type BirthTimes, birthTimes2015, birthTimes2024, birthTimes2026 } from './birth-times.data';

const RESUME = 'The clock goes on after a supplement; whether it begins anew was not settled from a text (O §1.1).';
const KEPT = 'all versions are kept under 2.002621.';

const JOINT_CIRCULAR = 'TTLT 05/2015/TTLT-BTP-BCA-BYT';

function version(
  times: BirthTimes,
  rest: Pick<ProcedureVersion, 'version' | 'validFrom' | 'source' | 'totalLimits' | 'readings'> &
    Pick<Partial<ProcedureVersion>, 'validTo' | 'extensions'>,
): ProcedureVersion {
  return {
    ...rest,
    ruleSets: [{ id: times.ruleSet, name: rest.source, validFrom: rest.validFrom, counts: 'working-minutes' }],
    firstStep: 'declare',
    branches: birthBranches(times),
    steps: birthSteps(times),
    ends: civilEnds,
    pivot: 'register',
  };
}

const version2015 = version(birthTimes2015, {
  version: 1,
  validFrom: '2015-07-01',
  validTo: '2024-06-09',
  source: JOINT_CIRCULAR,
  readings: [
    `National code of these years: 2.000986, for birth and card alone 2.001023; ${KEPT}`,
    RESUME,
    'Times per agency are configuration within the 20 working days of the circular (O §4.5).',
    'Which communes are remote is configuration of the desk (none in the reference installation), and in the first appointment; that a file had to be completed is an act of the registrar, which moves the appointment.',
  ],
  totalLimits: [
    ...under('2015', { amount: 15, source: `${JOINT_CIRCULAR}: birth and card, without residence` }).map((time) => ({
      ...time,
      only: ['health-card'],
    })),
    ...under('2015', { amount: 20, source: `${JOINT_CIRCULAR}: all three` }),
  ],
  extensions: [
    {
      id: 'completed-file',
      name: {
        vi: 'Xã hoàn thiện hồ sơ cho công an hoặc bảo hiểm xã hội',
        en: 'The commune has to complete the file for police or social insurance',
      },
      foundBy: 'owner',
      limits: under('2015', { amount: 2, source: JOINT_CIRCULAR }),
    },
    {
      id: 'remote-commune',
      name: {
        vi: 'Xã cách 50 km trở lên, đi lại khó khăn hoặc không có mạng',
        en: 'A commune 50 km away or more, hard to reach, or without internet',
      },
      foundBy: 'desk',
      limits: under('2015', { amount: 5, source: JOINT_CIRCULAR }),
    },
  ],
});

const version2024 = version(birthTimes2024, {
  version: 2,
  validFrom: '2024-06-10',
  validTo: '2026-08-31',
  source: 'NĐ 63/2024/NĐ-CP, QĐ 296/QĐ-VPCP',
  readings: [RESUME, 'Times per agency are those that the press gives for the electronic group.'],
  totalLimits: under('2024', { amount: 3, source: 'QĐ 296/QĐ-VPCP of 12/06/2024 (cand.com.vn i734441)' }),
  extensions: [
    {
      id: 'verification',
      name: { vi: 'Phải xác minh', en: 'Something has to be verified' },
      foundBy: 'owner',
      limits: under('2024', {
        amount: 2,
        source: 'five working days in all (thanhnien.vn 185250909092838193)',
        reading: true,
      }),
    },
  ],
});

const version2026 = version(birthTimes2026, {
  version: 3,
  validFrom: '2026-09-01',
  source: 'NĐ 301/2026/NĐ-CP',
  readings: [
    `National code since then: 3.000722, with the identity card (list of a province, 2026); ${KEPT}`,
    RESUME,
    'The decree was not read: steps and times are kept from NĐ 63/2024/NĐ-CP.',
    'Switched off: the identity card for children under six, which the decree adds. Its steps, papers and times were not' +
      ' read; it becomes a branch of this version when they are.',
  ],
  totalLimits: under('2026', {
    amount: 3,
    source: 'NĐ 301/2026/NĐ-CP was not read; kept from NĐ 63/2024/NĐ-CP',
    reading: true,
  }),
});

/** One birth declaration gives birth certificate, permanent residence and health insurance card ("3 trong 1"). */
export const birthRegistration: Procedure = defineProcedure({
  code: '2.002621',
  name: {
    vi: 'Liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
    en: 'Birth registration, permanent residence and health insurance card for a child under six in one chain',
  },
  owner: 'civil-status',
  changeKinds: [],
  versions: [version2015, version2024, version2026],
});
