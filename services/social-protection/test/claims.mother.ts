import type { FuneralSupportRequestedV1 } from '@lienthong/contracts';
import type { ApiAnswer, TestStage } from '@lienthong/testing';
import { DeathRevokedHandler } from '../src/chain/death-revoked.handler';
import { FuneralAllowancePaidHandler } from '../src/claims/funeral-allowance-paid.handler';
import { FuneralAllowanceToldHandler } from '../src/claims/funeral-allowance-told.handler';
import { FuneralSupportRequestedHandler } from '../src/claims/funeral-support-requested.handler';
import { claimOf, codesOf, paidOf, revocation, toldOf } from './social-protection.mother';

export const MESSAGE = '019fc562-94c0-7000-8000-00000000000a';
export const REGISTRAR = { sender: 'civil-status', senderOffice: 'long-thanh' } as const;
const INSURANCE = { sender: 'health-insurance', senderOffice: 'bien-hoa' } as const;

/** What registrar and social insurance say to social protection, what its officers do, and what it then knows. */
export function claimsOn(stage: () => TestStage) {
  const claimed = (body: FuneralSupportRequestedV1): Promise<void> =>
    stage().handle(FuneralSupportRequestedHandler, { ...REGISTRAR, id: MESSAGE, body });
  const told = (row: number, amountDong?: bigint, paidOn?: string): Promise<void> =>
    stage().handle(FuneralAllowanceToldHandler, { ...INSURANCE, body: toldOf(row, amountDong, paidOn) });
  const paidThere = (row: number): Promise<void> =>
    stage().handle(FuneralAllowancePaidHandler, { ...INSURANCE, body: paidOf(row) });
  const revoked = (row: number): Promise<void> =>
    stage().handle(DeathRevokedHandler, {
      ...REGISTRAR,
      body: { ...revocation, ...codesOf(row), death: claimOf(row).death },
    });
  const revokedOf = ({ dossierCode, death }: FuneralSupportRequestedV1): Promise<void> =>
    stage().handle(DeathRevokedHandler, { ...REGISTRAR, body: { ...revocation, dossierCode, death } });
  const post = async (role: string, row: number, act: string, body?: object): Promise<ApiAnswer> =>
    (await stage().as(role)).post(`/claims/${codesOf(row).dossierCode}/${act}`, body);
  const look = async (path: string): Promise<Record<string, unknown>> =>
    (await (await stage().as('social-officer')).get(path)).body;
  const claim = (row: number): Promise<Record<string, unknown>> => look(`/claims/${codesOf(row).dossierCode}`);
  const sent = (name: string, row: number): ReturnType<TestStage['sent']> =>
    stage().sent(name, codesOf(row).dossierCode);
  const decided = async (row: number): Promise<void> => {
    await claimed(claimOf(row));
    await told(row);
    expect((await post('commune-chair', row, 'decide')).status).toBe(200);
  };

  return { claimed, told, paidThere, revoked, revokedOf, post, look, claim, sent, decided };
}
