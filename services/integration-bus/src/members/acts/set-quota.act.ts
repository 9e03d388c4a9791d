import { Clock } from '@lienthong/kernel';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../../acts/act';
import { ActKind } from '../../acts/act-kind';
import { lockedOtherMember } from '../registry-rows';
import { writeRegistry } from '../write-registry';
import { IsMemberCode } from './member.fields';

/** What is not named is as the configuration of the bus says for all. */
export class SetQuotaContent {
  @IsMemberCode() readonly member: string;
  @IsOptional() @IsInt() @Min(1) @Max(100_000) readonly messagesPerSecond?: number;
  @IsOptional() @IsInt() @Min(1) @Max(10_000) readonly concurrentRequests?: number;
  @IsOptional() @IsInt() @Min(1_024) @Max(1_073_741_824) readonly bytesPerSecond?: number;
}

@ActKind({
  name: 'set-quota',
  effect: 'permits',
  summary: 'Gives a member quotas of its own: messages and bytes a second, requests at the same time.',
  content: SetQuotaContent,
})
export class SetQuotaAct implements CarriesOut<SetQuotaContent> {
  constructor(private readonly clock: Clock) {}

  /** @throws integration-bus.MEMBER_UNKNOWN, MEMBER_IS_THE_BUS */
  async carryOut(client: ClientBase, content: SetQuotaContent, { id }: ActInForce): Promise<undefined> {
    const { member: code, messagesPerSecond, concurrentRequests, bytesPerSecond } = content;
    const { quota: _before, ...member } = await lockedOtherMember(client, code);
    const quota = {
      ...(messagesPerSecond === undefined ? {} : { messagesPerSecond }),
      ...(concurrentRequests === undefined ? {} : { concurrentRequests }),
      ...(bytesPerSecond === undefined ? {} : { bytesPerSecond }),
    };
    const row = { ...member, ...(Object.keys(quota).length === 0 ? {} : { quota }) };
    await writeRegistry(client, [{ table: 'member', row }], { clock: this.clock, actId: id });
    return undefined;
  }
}
