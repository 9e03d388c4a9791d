import { Clock } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../../acts/act';
import { ActKind } from '../../acts/act-kind';
import { lockedOtherMember } from '../registry-rows';
import { writeRegistry } from '../write-registry';
import { IsMemberCode } from './member.fields';
import { TransportContent } from './register-member.content';
import { checkedUrl } from './transport.rules';

export class ChangeTransportContent extends TransportContent {
  @IsMemberCode() readonly member: string;
}

@ActKind({
  name: 'change-transport',
  effect: 'permits',
  summary: 'Lets a member take its deliveries another way: Kafka topic, pull, or webhook with its url.',
  content: ChangeTransportContent,
})
export class ChangeTransportAct implements CarriesOut<ChangeTransportContent> {
  constructor(private readonly clock: Clock) {}

  /** @throws integration-bus.MEMBER_UNKNOWN, MEMBER_IS_THE_BUS, TRANSPORT_URL_WRONG */
  async carryOut(client: ClientBase, content: ChangeTransportContent, { id }: ActInForce): Promise<undefined> {
    const { webhookUrl: _before, ...member } = await lockedOtherMember(client, content.member);
    const row = { ...member, transport: content.transport, ...checkedUrl(content) };
    await writeRegistry(client, [{ table: 'member', row }], { clock: this.clock, actId: id });
    return undefined;
  }
}
