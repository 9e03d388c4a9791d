import { ChainConcludedV1, ResultHandedOverV1 } from '@lienthong/contracts';
import { type MessageClass, messageOf } from '@lienthong/envelope';
import type { LegalTime, ProcedureEnd, ProcedureStep, Refusal } from '../procedure';

/** The wire name of a message. */
export const type = (message: MessageClass): string => messageOf(message).type;

/** A legal time in working days under one rule set. */
export interface WorkingDays {
  readonly amount: number;
  readonly source: string;
  /** Absent where a text that was read fixes it. */
  readonly reading?: true;
}

/** The one legal time that a version of one rule set gives. */
export function under(ruleSet: string, { amount, source, reading }: WorkingDays): readonly LegalTime[] {
  return [{ ruleSet, amount, unit: 'working-days', source, reading: reading === true }];
}

/** The registrar does not accept the declaration: a duplicate, or a case outside of the chain. */
export const notAccepted: Refusal = {
  by: type(ChainConcludedV1),
  when: 'the declaration is not accepted: a duplicate, or not a case of this chain',
  next: 'not-accepted',
};

/** An obstacle that is found before the legal act. */
export const stoppedBefore: Refusal = {
  by: type(ChainConcludedV1),
  when: 'an obstacle is found before the act; the dossier ends with a written notice',
  next: 'stopped',
};

/** What every civil chain begins with: the desk forwards one declaration. */
export function declareStep(declared: string, limits: readonly LegalTime[]): ProcedureStep {
  return {
    id: 'declare',
    name: { vi: 'Nộp tờ khai liên thông', en: 'Submit one declaration for all procedures' },
    member: 'intake',
    role: 'desk-clerk',
    doneBy: [declared],
    refusals: [],
    onMessageFailure: 'officer-task',
    limits,
    clock: 'runs',
    next: ['check'],
  };
}

/** What every civil chain ends with: all results in one hand, and back to the citizen. */
export function resultSteps(conclude: readonly LegalTime[], handOver: readonly LegalTime[]): readonly ProcedureStep[] {
  return [
    {
      id: 'conclude',
      name: { vi: 'Tập hợp kết quả liên thông', en: 'Gather the results of all branches' },
      member: 'civil-status',
      doneBy: [type(ChainConcludedV1)],
      refusals: [],
      onMessageFailure: 'officer-task',
      limits: conclude,
      clock: 'runs',
      next: ['hand-over'],
    },
    {
      id: 'hand-over',
      name: { vi: 'Trả kết quả', en: 'Hand the results over' },
      member: 'intake',
      role: 'desk-clerk',
      policy: 'manual',
      askedBy: type(ChainConcludedV1),
      doneBy: [type(ResultHandedOverV1)],
      refusals: [],
      onMessageFailure: 'officer-task',
      limits: handOver,
      clock: 'stands',
      next: ['returned'],
    },
  ];
}

/** How a civil chain can end. */
export const civilEnds: readonly ProcedureEnd[] = [
  { id: 'returned', state: 10, name: { vi: 'Đã trả kết quả', en: 'Results returned' } },
  { id: 'stopped', state: 8, name: { vi: 'Dừng xử lý', en: 'Processing stopped, with a written notice' } },
  { id: 'not-accepted', state: 3, name: { vi: 'Không được tiếp nhận', en: 'Not accepted' } },
];
