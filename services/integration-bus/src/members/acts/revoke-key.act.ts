import { Clock, instantText } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import type { ActInForce, CarriesOut } from '../../acts/act';
import { ActKind } from '../../acts/act-kind';
import { registryErrors } from '../registry.errors';
import { lockedKey } from '../registry-rows';
import { writeRegistry } from '../write-registry';
import { IsKid } from './member.fields';

export class RevokeKeyContent {
  @IsKid() readonly kid: string;
}

@ActKind({
  name: 'revoke-key',
  effect: 'restricts',
  summary: 'Ends a key now, for good: what it signs is refused; what was accepted before stays proven.',
  content: RevokeKeyContent,
})
export class RevokeKeyAct implements CarriesOut<RevokeKeyContent> {
  constructor(private readonly clock: Clock) {}

  /** @throws integration-bus.KEY_UNKNOWN, KEY_REVOKED */
  async carryOut(client: ClientBase, { kid }: RevokeKeyContent, { id, at }: ActInForce): Promise<object> {
    const key = await lockedKey(client, kid);
    if (key.revokedAt !== undefined) throw registryErrors.KEY_REVOKED({ kid, revokedAt: key.revokedAt });
    const row = { ...key, revokedAt: instantText(at) };
    await writeRegistry(client, [{ table: 'member_key', row }], { clock: this.clock, actId: id });
    return { revokedAt: row.revokedAt };
  }
}
