import { DiscardDeliveryAct } from '../deliveries/discard-delivery.act';
import { GiveHistoryAct } from '../replay/give-history.act';
import { ReplayDeliveriesAct } from '../replay/replay-deliveries.act';
import { StopReplayAct } from '../replay/stop-replay.act';
import { RegisterOperatorAct } from './operators/register-operator.act';
import { WithdrawOperatorAct } from './operators/withdraw-operator.act';

/** Every kind of act: a class in a file `*.act.ts`; docs/reference/acts.md is generated from these files. */
export const ACT_KINDS = [
  DiscardDeliveryAct,
  RegisterOperatorAct,
  WithdrawOperatorAct,
  GiveHistoryAct,
  ReplayDeliveriesAct,
  StopReplayAct,
] as const;
