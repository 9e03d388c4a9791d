import type { WorkingDays } from '../civil/civil-parts';

/** All times of one version of the death chain. */
export interface DeathTimes {
  readonly ruleSet: string;
  readonly declare: WorkingDays;
  readonly check: WorkingDays;
  readonly register: WorkingDays;
  readonly registrationBranch: WorkingDays;
  readonly residence: WorkingDays;
  readonly benefits: WorkingDays;
  readonly funeral: WorkingDays;
  readonly conclude: WorkingDays;
  readonly handOver: WorkingDays;
}

const reading = (amount: number, source: string): WorkingDays => ({ amount, source, reading: true });

const SAME_DAY = 'a death is registered the same day (O §4.6, not verified)';
const NO_TEXT = 'no day count in the texts at hand';
const WITHIN_3 = 'within the 3 working days named for NĐ 63/2024/NĐ-CP; day counts per agency were not found';
const CHAIR = 'NĐ 176/2025/NĐ-CP: the commune chair decides in 3 working days (page not kept)';
const DELETED = 'NĐ 58/2026/NĐ-CP: within 1 working day of the data (page not kept)';

const common = {
  declare: reading(0, SAME_DAY),
  check: reading(0, SAME_DAY),
  register: reading(0, SAME_DAY),
  registrationBranch: reading(0, SAME_DAY),
  conclude: reading(0, NO_TEXT),
  handOver: reading(0, NO_TEXT),
};

/** The practice that the article of late 2015 describes; it gives no times. */
export const deathTimes2015: DeathTimes = {
  ...common,
  ruleSet: '2015',
  residence: reading(7, `${NO_TEXT}; the household had to report within 7 days`),
  benefits: reading(7, NO_TEXT),
  funeral: reading(10, NO_TEXT),
};

export const deathTimes2021: DeathTimes = {
  ...common,
  ruleSet: '2021',
  residence: reading(2, WITHIN_3),
  benefits: reading(2, WITHIN_3),
  funeral: reading(3, WITHIN_3),
};

export const deathTimes2025: DeathTimes = { ...deathTimes2021, ruleSet: '2025', funeral: reading(3, CHAIR) };

export const deathTimes2026: DeathTimes = { ...deathTimes2025, ruleSet: '2026', residence: reading(1, DELETED) };
