import type { LocalDate } from '@lienthong/kernel';

/** How often a tax office is asked that has not answered in time; dated, with how much the row is worth. */
export interface PollTimes {
  readonly validFrom: LocalDate;
  readonly everyMinutes: number;
  /** So many questions at that pace, then the slower one. */
  readonly times: number;
  readonly thenEveryMinutes: number;
  /** While payers still have time: that many working days after the notices, and again after as many. */
  readonly whilePayableWorkingDays: number;
  /** An officer who asks sooner again is answered by the question before. */
  readonly notWithinSeconds: number;
  readonly source: string;
  readonly trust: 'design';
}

export const pollTimes: readonly PollTimes[] = [
  {
    validFrom: '2019-01-01',
    everyMinutes: 15,
    times: 4,
    thenEveryMinutes: 60,
    whilePayableWorkingDays: 1,
    notWithinSeconds: 60,
    source:
      'L §4.3 M16/M17: every 15 minutes, then hourly; after how many questions is a reading; M40 is said on the day of the booking, so each working day while money may come is one too',
    trust: 'design',
  },
];
