import { rowInForce } from '../law/dated-row.rules';
import { feeExemptionGrounds, type FeeExemptionGround } from '../law/fee-exemptions.data';
import type { ExemptionDecision } from './charge.state';
import { type ClaimOf, granted, kinExemption, refused } from './exemption-claims.rules';
import type { ShareHolder } from './holders.rules';
import type { ClaimCircumstances } from './income-tax-exemptions.rules';

/**
 * Exemptions from registration fee (NĐ 140/2016 Đ9). Close kin are free of the fee on inheritance and gift only: a sale
 * between them is free of income tax and pays the fee.
 */
export function feeExemptions(person: ShareHolder, circumstances: ClaimCircumstances): readonly ExemptionDecision[] {
  const { change, own, other, readings } = circumstances;
  const { kind, claims } = change;
  const kin = claims.some((claim) => claim.ground === 'close-kin' && joinsPerson(claim, person));
  const forNothing = kind === 'inheritance' || kind === 'gift';
  return [
    ...(kin && forNothing ? [kinExemption(person, { own, other, claims }, readings.kinship)] : []),
    ...(kin && !forNothing ? [refused('X1', 'Mua bán giữa người thân vẫn phải nộp lệ phí trước bạ.')] : []),
    ...claims
      .filter((claim): claim is ClaimOf<'registration-fee'> => claim.ground === 'registration-fee')
      .filter((claim) => claim.person === person.number)
      .map((claim) => byGround(claim, circumstances)),
  ];
}

function byGround(
  { code, proof }: ClaimOf<'registration-fee'>,
  { change, timePoint }: ClaimCircumstances,
): ExemptionDecision {
  const ground: FeeExemptionGround = rowInForce('NĐ140 Đ9', feeExemptionGrounds, timePoint).value[code];
  if (ground.kinds && !ground.kinds.includes(change.kind)) return refused('NĐ140 Đ9', `Không áp dụng: ${ground.text}.`);
  return proof === 'none'
    ? refused('NĐ140 Đ9', `Chưa chứng minh: ${ground.text}.`)
    : granted('NĐ140 Đ9', `${ground.text}.`);
}

function joinsPerson({ person, relative }: ClaimOf<'close-kin'>, { number }: ShareHolder): boolean {
  return person === number || relative === number;
}
