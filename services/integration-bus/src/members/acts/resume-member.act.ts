import { Clock } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../../acts/act';
import { ActKind } from '../../acts/act-kind';
import { changeState, MemberContent } from './member-state';

@ActKind({
  name: 'resume-member',
  effect: 'permits',
  summary: 'Ends a suspension: what was held goes on, in order.',
  content: MemberContent,
})
export class ResumeMemberAct implements CarriesOut<MemberContent> {
  constructor(private readonly clock: Clock) {}

  async carryOut(client: ClientBase, { member }: MemberContent, act: ActInForce): Promise<undefined> {
    await changeState(client, { member, state: 'active', act, clock: this.clock });
    return undefined;
  }
}
