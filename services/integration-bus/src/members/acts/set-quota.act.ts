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
  @IsOptional() @IsInt() @Min(1) @Max(100_000) readonly requestsPerSecond?: number;
  @IsOptional() @IsInt() @Min(65_536) @Max(10_737_418_240) readonly fileBytesPerSecond?: number;
  @IsOptional() @IsInt() @Min(1) @Max(1_125_899_906_842_624) readonly fileBytesKept?: number;
}

@ActKind({
  name: 'set-quota',
  effect: 'permits',
  summary:
    'Gives a member quotas of its own: messages, requests and bytes a second, requests at the same time, bytes of files a second and kept. Each instance of the bus allows the whole of it; bytes kept are counted over all.',
  content: SetQuotaContent,
})
export class SetQuotaAct implements CarriesOut<SetQuotaContent> {
  constructor(private readonly clock: Clock) {}

  /** @throws integration-bus.MEMBER_UNKNOWN, MEMBER_IS_THE_BUS */
  async carryOut(client: ClientBase, content: SetQuotaContent, { id }: ActInForce): Promise<undefined> {
    const { member: code, ...wanted } = content;
    const { quota: _before, ...member } = await lockedOtherMember(client, code);
    const quota = Object.fromEntries(Object.entries(wanted).filter(([, limit]) => limit !== undefined));
    const row = { ...member, ...(Object.keys(quota).length === 0 ? {} : { quota }) };
    await writeRegistry(client, [{ table: 'member', row }], { clock: this.clock, actId: id });
    return undefined;
  }
}
