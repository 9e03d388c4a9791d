import { localDate, type LocalDate, vietnamCalendar } from '@lienthong/kernel';
import type { ProcedureInstance } from '../instance';
import { type WorkPlan, type WorkPlanId, workPlans } from './work-plans.data';

const HOURS_OF_A_DAY = 8;

/** By when the office plans to be done with an open step; the legal time is another thing. */
export interface PlannedDue {
  readonly step: string;
  readonly hours: number;
  readonly due: Date;
  readonly source: string;
}

/** The office's plan for a procedure on the day its dossier began; a procedure without one is not planned. */
export function workPlanOn(id: WorkPlanId, procedure: string, on: LocalDate): WorkPlan | undefined {
  const inForce = workPlans.filter(
    ({ procedures, from, to }) => procedures.includes(procedure) && from <= on && (to === undefined || on <= to),
  );
  return inForce.find((plan) => plan.id === id) ?? inForce[0];
}

/** Working hours of a plan that count as the office's own. */
export function countedHours({ work }: WorkPlan): number {
  return work.reduce((sum, { hours, counts }) => sum + (counts ? hours : 0), 0);
}

/** When each open step should be done by the office's plan; a step of others, or without hours, has none. */
export function plannedDues(instance: ProcedureInstance, id: WorkPlanId): readonly PlannedDue[] {
  const plan = workPlanOn(id, instance.procedure, localDate(new Date(instance.begun)));
  if (!plan) return [];
  return Object.entries(instance.steps).flatMap(([step, { state, begun }]) => {
    const own = plan.work.filter(({ within, counts }) => within === step && counts);
    const hours = own.reduce((sum, work) => sum + work.hours, 0);
    if (state !== 'active' || begun === undefined || hours === 0) return [];
    const due = vietnamCalendar.appointment(new Date(begun), hours / HOURS_OF_A_DAY);
    return [{ step, hours, due, source: plan.source }];
  });
}
