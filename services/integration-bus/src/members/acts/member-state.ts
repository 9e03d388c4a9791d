import type { Clock } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import type { ActInForce } from '../../acts/act';
import { registryErrors } from '../registry.errors';
import { lockedOtherMember } from '../registry-rows';
import { writeRegistry } from '../write-registry';
import { IsMemberCode } from './member.fields';

export class MemberContent {
  @IsMemberCode() readonly member: string;
}

interface StateChange {
  readonly member: string;
  readonly state: 'active' | 'suspended';
  readonly act: ActInForce;
  readonly clock: Clock;
}

/** @throws integration-bus.MEMBER_UNKNOWN, MEMBER_IS_THE_BUS, MEMBER_STATE_IS */
export async function changeState(client: ClientBase, { member, state, act, clock }: StateChange): Promise<void> {
  const row = await lockedOtherMember(client, member);
  if (row.state === state) throw registryErrors.MEMBER_STATE_IS({ member, state });
  await writeRegistry(client, [{ table: 'member', row: { ...row, state } }], { clock, actId: act.id });
}
