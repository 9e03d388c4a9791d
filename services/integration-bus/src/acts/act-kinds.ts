import { DiscardDeliveryAct } from '../deliveries/discard-delivery.act';
import { GiveHistoryAct } from '../replay/give-history.act';
import { ReplayDeliveriesAct } from '../replay/replay-deliveries.act';
import { StopReplayAct } from '../replay/stop-replay.act';
import { AddKeyAct } from '../members/acts/add-key.act';
import { ChangeTransportAct } from '../members/acts/change-transport.act';
import { GiveGrantAct } from '../members/acts/give-grant.act';
import { MergeOfficesAct } from '../members/acts/merge-offices.act';
import { OpenOfficeAct } from '../members/acts/open-office.act';
import { RegisterMemberAct } from '../members/acts/register-member.act';
import { ResumeMemberAct } from '../members/acts/resume-member.act';
import { RevokeKeyAct } from '../members/acts/revoke-key.act';
import { SetAgencyCodeAct } from '../members/acts/set-agency-code.act';
import { SetQuotaAct } from '../members/acts/set-quota.act';
import { SuspendMemberAct } from '../members/acts/suspend-member.act';
import { WithdrawGrantAct } from '../members/acts/withdraw-grant.act';
import { RegisterSchemaAct } from '../schemas/register-schema.act';
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
  RegisterMemberAct,
  ChangeTransportAct,
  SetQuotaAct,
  SuspendMemberAct,
  ResumeMemberAct,
  AddKeyAct,
  RevokeKeyAct,
  GiveGrantAct,
  WithdrawGrantAct,
  RegisterSchemaAct,
  OpenOfficeAct,
  MergeOfficesAct,
  SetAgencyCodeAct,
] as const;
