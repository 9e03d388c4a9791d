import type { SlipLand } from '@lienthong/contracts';
import { receivedDossier, sentSlip } from '../../test/land-dossier.mother';
import type { SlipDraft } from '../dossiers/land-dossier.state';
import { blankFields } from './slip-fields.rules';
import { draftSlip } from './transfer-slip.rules';

const drafting = { slipId: sentSlip.slipId, slipNumber: '1', parcels: sentSlip.parcels, on: '2026-08-03' };
const { slip } = draftSlip(receivedDossier(), drafting);
const address = { text: 'Số 1' };
const whole: SlipDraft = {
  ...slip,
  sellers: slip.sellers.map((person) => ({ ...person, address, phone: '0912000001' })),
  buyers: slip.buyers.map((person) => ({ ...person, address, email: 'a@example.vn' })),
  parcels: slip.parcels.map((parcel) => ({ ...parcel, address: 'Số 2', longTerm: true, origin: 'CNQ-CTT' })),
  certificate: { ...slip.certificate, registerNumber: 'CS 1', issuedBy: 'Sở TNMT' },
  contract: { ...slip.contract!, notarizedOn: '2026-08-01', notary: 'Phòng công chứng số 1' },
};

function blank(change: Partial<SlipDraft>): readonly string[] {
  return blankFields({ ...whole, ...change }).map(
    ({ path, rule }) => `${path} ${rule.replace('land-registry.SLIP_FIELD_', '')}`,
  );
}

describe('the fields marked M of a slip (L §2.1.3)', () => {
  it('are all there on a whole slip', () => {
    expect(blankFields(whole)).toEqual([]);
  });

  it('are each asked for under a code of their own', () => {
    const { sellers, buyers, parcels, certificate, contract } = slip;
    const [seller] = sellers.map(({ phone: _phone, ...person }) => person);
    const { registerNumber: _number, ...unnumbered } = certificate;
    expect(blank({ sellers: [seller!], buyers, parcels, certificate: unnumbered, contract })).toEqual([
      'sellers[0].address PERSON_ADDRESS',
      'sellers[0].phone PERSON_PHONE',
      'buyers[0].address PERSON_ADDRESS',
      ...(buyers[0]?.phone === undefined ? ['buyers[0].phone PERSON_PHONE'] : []),
      'parcels[0].address PARCEL_ADDRESS',
      'parcels[0].longTerm PARCEL_TERM',
      'parcels[0].origin PARCEL_ORIGIN',
      'certificate.registerNumber CERTIFICATE_NUMBER',
      'certificate.issuedBy CERTIFICATE_ISSUER',
      'contract.notarizedOn NOTARY',
    ]);
    expect(blankFields({ ...whole, sellers: [seller!] })[0]).toMatchObject({
      message: expect.stringContaining('sellers[0]') as string,
      messageVi: expect.stringContaining('địa chỉ') as string,
    });
  });

  it('may be told purpose by purpose, and a contract is asked for its notary in a transfer only', () => {
    const [{ longTerm: _term, origin: _origin, ...land }] = whole.parcels as [SlipLand];
    const purposes = (...origins: readonly (string | undefined)[]): Partial<SlipDraft> => ({
      parcels: [
        {
          ...land,
          purposes: origins.map((origin) => ({
            ...{ purpose: 'CLN', areaSquareMetres: '50', until: '2043-10-15' },
            ...(origin !== undefined && { origin }),
          })),
        },
      ],
    });
    expect(blank(purposes('DG-CTT', 'CNQ-CTT'))).toEqual([]);
    expect(blank(purposes('DG-CTT', undefined))).toEqual(['parcels[0].origin PARCEL_ORIGIN']);
    expect(blank({ changeKind: 'gift', contract: slip.contract })).toEqual([]);
  });
});
