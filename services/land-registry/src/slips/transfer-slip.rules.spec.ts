import { slipBytes, type SlipClaim, TransferSlipSentV2 } from '@lienthong/contracts';
import {
  generateKey,
  publicKeyFromJwk,
  signBytes,
  signerFromJwk,
  validateBody,
  verifyBytes,
} from '@lienthong/envelope';
import { receivedDossier, sentSlip, W2 } from '../../test/land-dossier.mother';
import { draftSlip } from './transfer-slip.rules';

const drafting = {
  slipId: sentSlip.slipId,
  slipNumber: '00001/2026/PCTT-BIEN-HOA',
  parcels: sentSlip.parcels,
  on: '2026-08-03',
};

function kinClaim(person: string, relative: string): SlipClaim {
  return {
    ...{ revenue: 'personal-income-tax', ground: 'close-kin', proof: 'papers', relation: 'birth-parent-and-child' },
    ...{ person, relative },
  };
}

describe('the transfer slip', () => {
  it('goes to the tax office in charge of the parcel’s commune and names its code (R10)', () => {
    const { slip, taxOffice } = draftSlip(receivedDossier(), drafting);
    expect(taxOffice).toBe('bien-hoa');
    expect(slip).toMatchObject({ taxOfficeCode: '9000017', senderOfficeCode: 'H19.92.01', registeredOn: '2026-08-03' });
  });

  it('follows the commune to the other branch', () => {
    const dossier = receivedDossier();
    const parcels = [{ ...W2.parcels[0]!, communeCode: '26368' }];
    const away = { ...dossier, office: 'long-thanh', content: { ...dossier.content, parcels } };
    expect(draftSlip(away, drafting)).toMatchObject({ taxOffice: 'long-thanh', slip: { taxOfficeCode: '9000025' } });
  });

  it('carries what each person claims at the desk, and of an inheritance no contract (X1, W7)', () => {
    const [seller, buyer] = [W2.sellers[0]!, W2.buyers[0]!];
    const claims = [kinClaim(buyer.personalIdentificationNumber, seller.personalIdentificationNumber)];
    const dossier = receivedDossier();
    const inherited = { ...dossier, content: { ...dossier.content, changeKind: 'inheritance' as const, claims } };
    const { slip } = draftSlip(inherited, drafting);
    expect(slip).toMatchObject({ changeKind: 'inheritance', claims });
    expect(slip).not.toHaveProperty('contract');
    expect(draftSlip(dossier, drafting).slip).not.toHaveProperty('claims');
  });

  it('is refused for a commune without a tax office', () => {
    const dossier = receivedDossier();
    const nowhere = { ...dossier.content, parcels: [{ ...W2.parcels[0]!, communeCode: '99999' }] };
    expect(() => draftSlip({ ...dossier, content: nowhere }, drafting)).toThrow('land-registry.OFFICE_UNKNOWN');
  });

  it('fits its message once it is signed, and the signature is over the slip itself (F27)', () => {
    const { slip } = draftSlip(receivedDossier(), drafting);
    const { privateJwk, publicJwk } = generateKey('land-leader-bien-hoa-1');
    const value = signBytes(signerFromJwk(privateJwk), slipBytes(slip));
    const signature = { ...sentSlip.signature, value };
    expect(() => validateBody(TransferSlipSentV2, { ...slip, signature }, 'strict')).not.toThrow();
    expect(verifyBytes(publicKeyFromJwk(publicJwk), slipBytes(slip), value)).toBe(true);
    expect(verifyBytes(publicKeyFromJwk(publicJwk), slipBytes({ ...slip, slipNumber: 'x' }), value)).toBe(false);
  });
});
