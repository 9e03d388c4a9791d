import { Injectable } from '@nestjs/common';
import type { Actor } from '@lienthong/service-host';
import { busErrors } from '../integration-bus.errors';
import { CurrentRegistry } from '../members/current-registry';

/** Members of the bus in good standing: a suspended one neither stores nor fetches. */
@Injectable()
export class ActiveMember {
  constructor(private readonly registry: CurrentRegistry) {}

  /** The code of the member that asks. @throws integration-bus.SENDER_UNKNOWN, MEMBER_SUSPENDED */
  codeOf({ member: sender }: Actor): string {
    const member = this.registry.now.member(sender);
    if (!member) throw busErrors.SENDER_UNKNOWN({ sender });
    if (member.state !== 'active') throw busErrors.MEMBER_SUSPENDED({ sender });
    return member.code;
  }
}
