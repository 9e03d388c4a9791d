import { slipBytes, type TransferSlipSentV1 } from '@lienthong/contracts';
import { signBytes } from '@lienthong/envelope';
import { StaffDirectory } from '@lienthong/service-host';
import { TestStage } from '@lienthong/testing';
import { taxService } from '../src/tax.service-definition';
import { aSlip } from './transfer-slip.mother';

/** The tax service on Monday 3 August 2026. */
export function openTax(): Promise<TestStage> {
  return TestStage.open(taxService, { at: '2026-08-03T10:00:00+07:00', office: 'bien-hoa' });
}

/** A slip signed by the leader of a land branch. */
export function signedSlip(
  { service }: TestStage,
  slip: Partial<TransferSlipSentV1>,
  leader = 'land-leader-bien-hoa',
): TransferSlipSentV1 {
  const staff = new StaffDirectory(service.home.folder);
  const signer = staff.officerSigner('land-registry', leader);
  const signedAt = new Date(Date.now() + 1_000).toISOString().replace('Z', '+00:00');
  const { signature, ...content } = aSlip(slip);
  const value = signBytes(signer, slipBytes(content));
  return { ...content, signature: { ...signature, signerId: leader, kid: signer.kid, signedAt, value } };
}
