import { readConfig, ServiceConfig } from '@lienthong/service-host';
import { Matches } from 'class-validator';

/** Which of the bench's members a process is. */
class BenchMemberName {
  @Matches(/^bench-[a-z-]+$/)
  readonly benchMember: string;
}

/** @throws ConfigError */
export function benchMemberName(): string {
  return readConfig(BenchMemberName, process.env).benchMember;
}

/** A member of the bench has the settings of every service. */
export class BenchMemberConfig extends ServiceConfig {}
