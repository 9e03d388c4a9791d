import {
  BirthCorrectedV1,
  BirthDeclaredV1,
  BirthRegisteredV1,
  HealthCardIssuedV1,
  HealthCardRefusedV1,
  HealthCardRequestedV1,
  HealthCardSupplementWantedV1,
  PapersSupplementedV1,
  ResidenceRefusedV1,
  ResidenceRegisteredV1,
  ResidenceRequestedV1,
  ResidenceSupplementWantedV1,
} from '@lienthong/contracts';
import { declareStep, notAccepted, resultSteps, stoppedBefore, type, under } from '../civil/civil-parts';
import type { ProcedureBranch, ProcedureStep, Supplement } from '../procedure';
import type { BirthTimes } from './birth-times.data';

/** The steps of O §4.2 with the times of one version. */
export function birthSteps(times: BirthTimes): readonly ProcedureStep[] {
  const limits = {
    conclude: under(times.ruleSet, times.conclude),
    handOver: under(times.ruleSet, times.handOver),
  };
  return [
    ...registrationSteps(times),
    residenceStep(times),
    cardStep(times),
    ...resultSteps(limits.conclude, limits.handOver),
  ];
}

/** One sub-dossier per agency (O §3.7). The applicant may do without residence or card (TTLT 05/2015). */
export function birthBranches(times: BirthTimes): readonly ProcedureBranch[] {
  const { ruleSet } = times;
  return [
    {
      id: 'registration',
      name: { vi: 'Đăng ký khai sinh', en: 'Birth registration' },
      member: 'civil-status',
      optional: false,
      limits: under(ruleSet, times.registrationBranch),
    },
    {
      id: 'residence',
      name: { vi: 'Đăng ký thường trú', en: 'Permanent residence' },
      member: 'residence',
      optional: true,
      limits: under(ruleSet, times.residenceBranch),
    },
    {
      id: 'health-card',
      name: { vi: 'Cấp thẻ bảo hiểm y tế', en: 'Health insurance card' },
      member: 'health-insurance',
      optional: true,
      limits: under(ruleSet, times.cardBranch),
    },
  ];
}

function registrationSteps(times: BirthTimes): readonly ProcedureStep[] {
  const { ruleSet } = times;
  return [
    declareStep(type(BirthDeclaredV1), under(ruleSet, times.declare)),
    {
      id: 'check',
      name: { vi: 'Kiểm tra tờ khai khai sinh', en: 'Check the declaration of birth' },
      member: 'civil-status',
      branch: 'registration',
      state: 1,
      role: 'registrar',
      policy: 'automatic-when-clean',
      askedBy: type(BirthDeclaredV1),
      doneBy: [],
      refusals: [notAccepted],
      onMessageFailure: 'officer-task',
      limits: under(ruleSet, times.check),
      clock: 'runs',
      next: ['allocate-number'],
    },
    {
      id: 'allocate-number',
      name: { vi: 'Lấy số định danh cá nhân', en: 'Have the personal identification number allocated' },
      member: 'civil-status',
      branch: 'registration',
      state: 2,
      doneBy: [],
      refusals: [stoppedBefore],
      onMessageFailure: 'officer-task',
      limits: under(ruleSet, times.number),
      clock: 'runs',
      next: ['register'],
    },
    {
      id: 'register',
      name: { vi: 'Ký giấy khai sinh, ghi sổ', en: 'Sign the birth certificate and enter it in the book' },
      member: 'civil-status',
      branch: 'registration',
      role: 'registrar',
      policy: 'manual',
      doneBy: [type(BirthRegisteredV1)],
      alsoSends: [type(BirthCorrectedV1)],
      refusals: [stoppedBefore],
      onMessageFailure: 'officer-task',
      limits: under(ruleSet, times.register),
      clock: 'runs',
      next: ['register-residence', 'issue-card', 'conclude'],
    },
  ];
}

/** Step 5a: CT01 to the police, answered by CT04, CT05 or CT06. */
function residenceStep(times: BirthTimes): ProcedureStep {
  return {
    id: 'register-residence',
    name: { vi: 'Đăng ký thường trú (CT01)', en: 'Register the permanent residence (CT01)' },
    member: 'residence',
    branch: 'residence',
    state: 1,
    role: 'residence-officer',
    policy: 'manual',
    askedBy: type(ResidenceRequestedV1),
    doneBy: [type(ResidenceRegisteredV1)],
    refusals: [{ by: type(ResidenceRefusedV1), when: 'the police refuse with CT06', endsBranch: 3 }],
    supplement: papersWantedBy(type(ResidenceSupplementWantedV1), times),
    onMessageFailure: 'officer-task',
    limits: under(times.ruleSet, times.residence),
    clock: 'runs',
    next: ['conclude'],
  };
}

/** Step 5b: TK1-TS to social insurance; a card that exists already is a success (O §4.5). */
function cardStep(times: BirthTimes): ProcedureStep {
  return {
    id: 'issue-card',
    name: { vi: 'Cấp thẻ bảo hiểm y tế (TK1-TS)', en: 'Issue the health insurance card (TK1-TS)' },
    member: 'health-insurance',
    branch: 'health-card',
    state: 1,
    role: 'insurance-officer',
    policy: 'manual',
    askedBy: type(HealthCardRequestedV1),
    doneBy: [type(HealthCardIssuedV1)],
    refusals: [{ by: type(HealthCardRefusedV1), when: 'social insurance refuses the card', endsBranch: 3 }],
    supplement: papersWantedBy(type(HealthCardSupplementWantedV1), times),
    onMessageFailure: 'officer-task',
    limits: under(times.ruleSet, times.card),
    clock: 'runs',
    next: ['conclude'],
  };
}

/** Pauses the clock of the branch; a missed limit is a refusal (O §4.5). */
function papersWantedBy(askedBy: string, { ruleSet, papers }: BirthTimes): Supplement {
  return {
    askedBy,
    answeredBy: type(PapersSupplementedV1),
    limits: under(ruleSet, papers),
    afterwards: 'resume',
    missed: { endsBranch: 3 },
  };
}
