import { bootstrapService } from '@lienthong/service-host';
import { benchMemberName } from './bench-member.config';
import { benchMember } from './bench-member.service-definition';

void bootstrapService(benchMember(benchMemberName()));
