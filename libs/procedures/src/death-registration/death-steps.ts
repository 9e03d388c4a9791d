import {
  BenefitsStoppedV1,
  BenefitsStopRequestedV1,
  DeathDeclaredV1,
  DeathRegisteredV1,
  DeathRevokedV1,
  DeregistrationForwardedV1,
  FuneralAllowanceAskedV1,
  FuneralAllowanceToldV1,
  FuneralSupportDecidedV1,
  FuneralSupportRefusedV1,
  FuneralSupportRequestedV1,
  ResidenceDeregisteredV1,
  ResidenceDeregistrationRequestedV1,
} from '@lienthong/contracts';
import { declareStep, notAccepted, resultSteps, stoppedBefore, type, under } from '../civil/civil-parts';
import type { Bilingual, ProcedureBranch, ProcedureStep } from '../procedure';
import type { DeathTimes } from './death-times.data';

/** Whether only the highest of two funeral benefits is paid, so that social insurance is asked first (NĐ 176/2025). */
export type FuneralRule = 'support-alone' | 'highest-of-two';

/** The steps of O §4.6 with the times of one version. */
export function deathSteps(times: DeathTimes, rule: FuneralRule): readonly ProcedureStep[] {
  const { ruleSet } = times;
  return [
    ...registrationSteps(times, rule === 'highest-of-two' ? 'ask-allowance' : 'decide-funeral'),
    residenceStep(times),
    benefitsStep(times),
    ...(rule === 'highest-of-two' ? allowanceSteps(times) : []),
    funeralStep(times),
    ...resultSteps(under(ruleSet, times.conclude), under(ruleSet, times.handOver)),
  ];
}

/** The applicant takes two, three or four procedures of the group. */
export function deathBranches(times: DeathTimes): readonly ProcedureBranch[] {
  const { ruleSet } = times;
  const branch = (id: string, member: string, name: Bilingual, days: DeathTimes['residence']): ProcedureBranch => ({
    id,
    name,
    member,
    optional: id !== 'registration',
    limits: under(ruleSet, days),
  });
  return [
    branch(
      'registration',
      'civil-status',
      { vi: 'Đăng ký khai tử', en: 'Death registration' },
      times.registrationBranch,
    ),
    branch('residence', 'residence', { vi: 'Xóa đăng ký thường trú', en: 'End of residence' }, times.residence),
    branch('benefits', 'health-insurance', { vi: 'Dừng thẻ và chế độ', en: 'End of card and pension' }, times.benefits),
    branch('funeral', 'social-protection', { vi: 'Mai táng phí', en: 'Funeral-cost support' }, times.funeral),
  ];
}

function registrationSteps(times: DeathTimes, funeral: string): readonly ProcedureStep[] {
  const { ruleSet } = times;
  return [
    declareStep(type(DeathDeclaredV1), under(ruleSet, times.declare)),
    {
      id: 'check',
      name: { vi: 'Kiểm tra tờ khai khai tử', en: 'Check the declaration of death' },
      member: 'civil-status',
      branch: 'registration',
      state: 1,
      role: 'registrar',
      policy: 'automatic-when-clean',
      askedBy: type(DeathDeclaredV1),
      doneBy: [],
      refusals: [notAccepted],
      onMessageFailure: 'officer-task',
      limits: under(ruleSet, times.check),
      clock: 'runs',
      next: ['register'],
    },
    {
      id: 'register',
      name: { vi: 'Ký trích lục khai tử, ghi sổ', en: 'Sign the death extract and enter it in the book' },
      member: 'civil-status',
      branch: 'registration',
      state: 2,
      role: 'registrar',
      policy: 'manual',
      doneBy: [type(DeathRegisteredV1)],
      alsoSends: [type(DeathRevokedV1)],
      refusals: [stoppedBefore],
      onMessageFailure: 'officer-task',
      limits: under(ruleSet, times.register),
      clock: 'runs',
      next: ['deregister-residence', 'stop-benefits', funeral, 'conclude'],
    },
  ];
}

/** In another province the branch waits for that police; nothing to delete is an end, not an error. */
function residenceStep(times: DeathTimes): ProcedureStep {
  return {
    id: 'deregister-residence',
    name: { vi: 'Xóa đăng ký thường trú', en: 'End the permanent residence' },
    member: 'residence',
    branch: 'residence',
    state: 1,
    role: 'residence-officer',
    policy: 'manual',
    askedBy: type(ResidenceDeregistrationRequestedV1),
    doneBy: [type(ResidenceDeregisteredV1)],
    alsoSends: [type(DeregistrationForwardedV1)],
    refusals: [],
    onMessageFailure: 'officer-task',
    limits: under(times.ruleSet, times.residence),
    clock: 'runs',
    next: ['conclude'],
  };
}

function benefitsStep(times: DeathTimes): ProcedureStep {
  return {
    id: 'stop-benefits',
    name: { vi: 'Dừng thẻ bảo hiểm y tế và lương hưu', en: 'Stop the health card and the pension' },
    member: 'health-insurance',
    branch: 'benefits',
    state: 1,
    role: 'insurance-officer',
    policy: 'manual',
    askedBy: type(BenefitsStopRequestedV1),
    doneBy: [type(BenefitsStoppedV1)],
    refusals: [],
    onMessageFailure: 'officer-task',
    limits: under(times.ruleSet, times.benefits),
    clock: 'runs',
    next: ['conclude'],
  };
}

/** Between social protection and social insurance; the owner of the chain hears nothing of it. */
function allowanceSteps(times: DeathTimes): readonly ProcedureStep[] {
  const shared = {
    branch: 'funeral',
    state: 1,
    refusals: [],
    onMessageFailure: 'officer-task',
    limits: under(times.ruleSet, times.funeral),
    clock: 'runs',
  } as const;
  return [
    {
      ...shared,
      id: 'ask-allowance',
      name: { vi: 'Hỏi trợ cấp mai táng', en: 'Ask whether social insurance pays an allowance' },
      member: 'social-protection',
      askedBy: type(FuneralSupportRequestedV1),
      doneBy: [type(FuneralAllowanceAskedV1)],
      next: ['tell-allowance'],
    },
    {
      ...shared,
      id: 'tell-allowance',
      name: { vi: 'Trả lời về trợ cấp mai táng', en: 'Tell the funeral allowance' },
      member: 'health-insurance',
      role: 'insurance-officer',
      askedBy: type(FuneralAllowanceAskedV1),
      doneBy: [type(FuneralAllowanceToldV1)],
      next: ['decide-funeral'],
    },
  ];
}

function funeralStep(times: DeathTimes): ProcedureStep {
  return {
    id: 'decide-funeral',
    name: { vi: 'Quyết định hỗ trợ chi phí mai táng', en: 'Decide the funeral-cost support' },
    member: 'social-protection',
    branch: 'funeral',
    state: 1,
    role: 'social-officer',
    policy: 'manual',
    askedBy: type(FuneralSupportRequestedV1),
    doneBy: [type(FuneralSupportDecidedV1)],
    refusals: [{ by: type(FuneralSupportRefusedV1), when: 'the claimant is not entitled', endsBranch: 3 }],
    onMessageFailure: 'officer-task',
    limits: under(times.ruleSet, times.funeral),
    clock: 'runs',
    next: ['conclude'],
  };
}
