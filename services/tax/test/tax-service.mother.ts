import { slipBytes, type TransferSlipSentV1, type TransferSlipSentV2 } from '@lienthong/contracts';
import { signBytes } from '@lienthong/envelope';
import { StaffDirectory } from '@lienthong/service-host';
import { TestStage } from '@lienthong/testing';
import { taxService } from '../src/tax.service-definition';
import { aSlip } from './transfer-slip.mother';

/** The tax service on Monday 3 August 2026. */
export function openTax(own: Readonly<Record<string, string>> = {}): Promise<TestStage> {
  const variables = { TIMER_POLL_MS: '100', ...own };
  return TestStage.open(taxService, { at: '2026-08-03T10:00:00+07:00', office: 'bien-hoa', variables });
}

/** A slip signed by the leader of a land branch. */
export function signedSlip(
  stage: TestStage,
  slip: Partial<TransferSlipSentV2>,
  leader = 'land-leader-bien-hoa',
): TransferSlipSentV2 {
  return signed(stage, aSlip(slip), leader);
}

/** The same content, of any version of the message, signed anew. */
export function signed<S extends TransferSlipSentV1 | TransferSlipSentV2>(
  { service }: TestStage,
  slip: S,
  leader = 'land-leader-bien-hoa',
): S {
  const staff = new StaffDirectory(service.home.folder);
  const signer = staff.officerSigner('land-registry', leader);
  const signedAt = new Date(Date.now() + 1_000).toISOString().replace('Z', '+00:00');
  const { signature, ...content } = slip;
  const value = signBytes(signer, slipBytes(content));
  return { ...slip, signature: { ...signature, signerId: leader, kid: signer.kid, signedAt, value } };
}
