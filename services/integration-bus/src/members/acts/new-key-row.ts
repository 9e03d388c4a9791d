import { publicKeyFromJwk } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import type { ClientBase } from 'pg';
import { checkedPeriod } from '../period.rules';
import { registryErrors } from '../registry.errors';
import type { KeyFileRow } from '../registry-files';

export interface NewKey {
  readonly member: string;
  readonly kid: string;
  readonly x: string;
  readonly validFrom?: string;
  readonly validTo?: string;
}

/** The row of a key that is new: a kid is never used again. @throws integration-bus.KEY_KNOWN, PERIOD_WRONG, FROM_THE_PAST, envelope.KEY_MALFORMED */
export async function newKeyRow(client: ClientBase, key: NewKey, at: Date): Promise<KeyFileRow> {
  const { member, kid, x, validFrom = instantText(at), validTo } = key;
  const { rowCount } = await client.query('select 1 from member_key where kid = $1', [kid]);
  if (rowCount) throw registryErrors.KEY_KNOWN({ kid });
  const jwk = { kty: 'OKP', crv: 'Ed25519', kid, x } as const;
  publicKeyFromJwk(jwk);
  return { kid, member, jwk, ...checkedPeriod({ validFrom, ...(validTo ? { validTo } : {}) }, at) };
}
