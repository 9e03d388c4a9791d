import type { WorkingDays } from '../civil/civil-parts';

/** All times of one version of the birth chain. */
export interface BirthTimes {
  readonly ruleSet: string;
  readonly declare: WorkingDays;
  readonly check: WorkingDays;
  readonly number: WorkingDays;
  readonly register: WorkingDays;
  readonly registrationBranch: WorkingDays;
  readonly residence: WorkingDays;
  readonly residenceBranch: WorkingDays;
  readonly card: WorkingDays;
  readonly cardBranch: WorkingDays;
  readonly papers: WorkingDays;
  readonly conclude: WorkingDays;
  readonly handOver: WorkingDays;
}

const reading = (amount: number, source: string): WorkingDays => ({ amount, source, reading: true });

const WITHIN_20 = 'O §4.5: within the 20 working days of TTLT 05/2015, day counts per agency were not found (O §9)';
const SEVEN = 'limit of the electronic chain as software in the field has it (O §1.5)';
const WITHIN_3 =
  'birth the same day, residence and card 2 working days each: thanhnien.vn 185250909092838193 on the electronic group';
const NOT_READ = 'NĐ 301/2026/NĐ-CP was not read; kept from NĐ 63/2024/NĐ-CP';

/** Commune registers the same day, files leave within 2 days, police 10, social insurance 7, return 1. */
export const birthTimes2015: BirthTimes = {
  ruleSet: '2015',
  declare: reading(0, WITHIN_20),
  check: reading(0, WITHIN_20),
  number: reading(0, WITHIN_20),
  register: reading(0, WITHIN_20),
  registrationBranch: reading(0, WITHIN_20),
  residence: reading(10, WITHIN_20),
  residenceBranch: reading(12, `${WITHIN_20}; 2 to send the file and 10 for the police`),
  card: reading(7, WITHIN_20),
  cardBranch: reading(9, `${WITHIN_20}; 2 to send the file and 7 for social insurance`),
  papers: reading(7, SEVEN),
  conclude: reading(1, WITHIN_20),
  handOver: reading(1, WITHIN_20),
};

function electronic(ruleSet: string, source: string): BirthTimes {
  return {
    ruleSet,
    declare: reading(0, source),
    check: reading(0, source),
    number: reading(0, source),
    register: reading(0, source),
    registrationBranch: reading(0, source),
    residence: reading(2, source),
    residenceBranch: reading(2, source),
    card: reading(2, source),
    cardBranch: reading(2, source),
    papers: reading(7, SEVEN),
    conclude: reading(0, source),
    handOver: reading(0, source),
  };
}

export const birthTimes2024: BirthTimes = electronic('2024', WITHIN_3);
export const birthTimes2026: BirthTimes = electronic('2026', NOT_READ);
