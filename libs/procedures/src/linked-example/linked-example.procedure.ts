import {
  ChainConcludedV1,
  DeathDeclaredV1,
  DeathRegisteredV1,
  DeregistrationForwardedV1,
  OpinionAskedV1,
  OpinionGivenV1,
  ResidenceDeregisteredV1,
  ResidenceDeregistrationRequestedV1,
  ResultHandedOverV1,
} from '@lienthong/contracts';
import { civilEnds, notAccepted, stoppedBefore, type, under } from '../civil/civil-parts';
import { defineProcedure } from '../define-procedure';
import type { LegalTime, Procedure, ProcedureStep } from '../procedure';

const days = (amount: number): readonly LegalTime[] =>
  under('example', { amount, source: 'invented for the example', reading: true });

const shared = { refusals: [], onMessageFailure: 'officer-task', clock: 'runs' } as const;

/** Commune, across to the police for an opinion, up to the province, and back. */
const steps: readonly ProcedureStep[] = [
  {
    ...shared,
    id: 'declare',
    name: { vi: 'Nộp hồ sơ tại xã', en: 'Submit at the commune' },
    member: 'intake',
    level: 'commune',
    role: 'desk-clerk',
    doneBy: [type(DeathDeclaredV1)],
    limits: days(0),
    next: ['check'],
  },
  {
    ...shared,
    id: 'check',
    name: { vi: 'Thẩm tra, lấy ý kiến phối hợp', en: 'Check, and hear the police where it is needed' },
    member: 'civil-status',
    level: 'commune',
    state: 1,
    role: 'registrar',
    askedBy: type(DeathDeclaredV1),
    doneBy: [],
    refusals: [notAccepted],
    opinions: [
      {
        of: 'residence',
        askedBy: type(OpinionAskedV1),
        givenBy: type(OpinionGivenV1),
        limits: days(2),
        whenLate: 'go-on',
      },
    ],
    limits: days(3),
    next: ['register'],
  },
  {
    ...shared,
    id: 'register',
    name: { vi: 'Quyết định tại xã', en: 'Decide at the commune' },
    member: 'civil-status',
    level: 'commune',
    role: 'registrar',
    doneBy: [type(DeathRegisteredV1)],
    refusals: [stoppedBefore],
    limits: days(1),
    next: ['decide-above'],
  },
  {
    ...shared,
    id: 'decide-above',
    name: { vi: 'Giải quyết tại tỉnh', en: 'Decide at the province' },
    member: 'residence',
    level: 'province',
    role: 'residence-officer',
    askedBy: type(ResidenceDeregistrationRequestedV1),
    doneBy: [type(ResidenceDeregisteredV1)],
    alsoSends: [type(DeregistrationForwardedV1)],
    limits: days(5),
    next: ['conclude'],
  },
  {
    ...shared,
    id: 'conclude',
    name: { vi: 'Nhận kết quả về xã', en: 'Take the result back to the commune' },
    member: 'civil-status',
    level: 'commune',
    doneBy: [type(ChainConcludedV1)],
    limits: days(1),
    next: ['hand-over'],
  },
  {
    ...shared,
    id: 'hand-over',
    name: { vi: 'Trả kết quả', en: 'Hand the result over' },
    member: 'intake',
    level: 'commune',
    role: 'desk-clerk',
    askedBy: type(ChainConcludedV1),
    doneBy: [type(ResultHandedOverV1)],
    clock: 'stands',
    limits: days(1),
    next: ['returned'],
  },
];

/** Shows with data alone: an opinion of a co-operating agency, and a chain from commune to province and back (S2). */
export const linkedExample: Procedure = defineProcedure({
  code: '9.000001',
  synthetic: true,
  name: {
    vi: 'Ví dụ: liên thông theo chiều ngang và chiều dọc',
    en: 'Example: linked across to another agency and up to the province',
  },
  owner: 'civil-status',
  changeKinds: [],
  versions: [
    {
      version: 1,
      validFrom: '2025-07-01',
      source: 'Invented for the example, with messages of the death chain',
      ruleSets: [
        { id: 'example', name: 'invented for the example', validFrom: '2025-07-01', counts: 'working-minutes' },
      ],
      firstStep: 'declare',
      steps,
      ends: civilEnds,
      pivot: 'register',
      totalLimits: days(12),
    },
  ],
});
