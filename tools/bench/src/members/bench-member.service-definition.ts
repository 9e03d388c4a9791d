import { messagingMigrations } from '@lienthong/messaging';
import { hostEntities, hostMigrations, type ServiceDefinition } from '@lienthong/service-host';
import { BenchMemberConfig } from './bench-member.config';
import { BenchMemberModule } from './bench-member.module';
import { BenchState } from './bench-state.entity';
import { BenchState1767226900000 } from './bench-state.migration';

/** A member like any agency, with one table and one message. */
export function benchMember(code: string): ServiceDefinition {
  return {
    ...{ member: code, title: `Bench (${code})`, module: BenchMemberModule, config: BenchMemberConfig },
    entities: [...hostEntities, BenchState],
    migrations: [...messagingMigrations, ...hostMigrations, BenchState1767226900000],
  };
}
