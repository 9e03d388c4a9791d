import { Clock } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../../acts/act';
import { ActKind } from '../../acts/act-kind';
import { changeState, MemberContent } from './member-state';

@ActKind({
  name: 'suspend-member',
  effect: 'restricts',
  summary: 'Holds everything from and to a member; nothing of it is lost.',
  content: MemberContent,
})
export class SuspendMemberAct implements CarriesOut<MemberContent> {
  constructor(private readonly clock: Clock) {}

  async carryOut(client: ClientBase, { member }: MemberContent, act: ActInForce): Promise<undefined> {
    await changeState(client, { member, state: 'suspended', act, clock: this.clock });
    return undefined;
  }
}
