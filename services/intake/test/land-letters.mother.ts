import {
  ObligationReopenedV1,
  PapersWantedV1,
  RefilingWantedV1,
  ReturnedSlipToldV1,
  WantedPapersReceivedV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';

export const wanted = messageOf(PapersWantedV1).example;
export const papersTaken = messageOf(WantedPapersReceivedV1).example;
export const refiling = messageOf(RefilingWantedV1).example;
export const slipBack = messageOf(ReturnedSlipToldV1).example;
export const reopened = messageOf(ObligationReopenedV1).example;

/** The day after which the land office waits, two working days before the desk's clock of the tests. */
export const TWO_WORKING_DAYS_AGO = '2026-07-30T09:10:00+07:00';
