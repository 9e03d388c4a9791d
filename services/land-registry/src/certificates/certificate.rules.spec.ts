import { fulfilledDossier, parcelOfW2, W2 } from '../../test/land-dossier.mother';
import { certificateOfParcel, certificateSerial, issuedCertificate, ownersAfter } from './certificate.rules';

const issuing = { registerNumber: '00001/2026/CS-BIEN-HOA', signedOn: '2026-08-03' };

describe('the certificate', () => {
  it('is issued under a register number on the day it is signed', () => {
    const draftedCertificate = { form: 'noted' as const, serial: W2.certificate.serial };
    const issued = issuedCertificate({ ...fulfilledDossier(), draftedCertificate }, issuing);
    expect(issued).toEqual({ form: 'noted', serial: W2.certificate.serial, ...issuing });
  });

  it('that is new bears two letters and eight digits', () => {
    expect(certificateSerial(7)).toBe('DN 00000007');
  });

  it('cannot be issued before it was drafted', () => {
    expect(() => issuedCertificate(fulfilledDossier(), issuing)).toThrow('no certificate');
  });

  it('stays the parcel’s when the change is noted on it, and is replaced when a new one is issued', () => {
    const noted = { form: 'noted' as const, serial: W2.certificate.serial, ...issuing };
    expect(certificateOfParcel(parcelOfW2(), noted)).toEqual(W2.certificate);
    expect(certificateOfParcel(parcelOfW2(), { ...noted, form: 'new', serial: 'DN 00000001' })).toEqual({
      serial: 'DN 00000001',
      registerNumber: issuing.registerNumber,
      issuedOn: '2026-08-03',
    });
  });

  it('makes the buyers owners by their shares; the register keeps no birth date or phone', () => {
    const [buyer] = W2.buyers;
    const { name, personalIdentificationNumber, share } = buyer!;
    expect(ownersAfter(fulfilledDossier())).toEqual([{ name, personalIdentificationNumber, share }]);
  });

  it('makes owners of the buyers of the slip that was signed and taxed, not of the papers as they were filed (M14)', () => {
    const dossier = fulfilledDossier();
    const [buyer] = W2.buyers;
    const [sixty, forty] = ['3/5', '2/5'].map((share, i) => ({ ...buyer!, name: `Người mua ${i}`, share }));
    const corrected = { ...dossier, slip: { ...dossier.slip!, buyers: [sixty!, forty!] } };
    expect(ownersAfter(corrected).map(({ name, share }) => `${name} ${share}`)).toEqual([
      'Người mua 0 3/5',
      'Người mua 1 2/5',
    ]);
    const { personalIdentificationNumber: _none, ...foreign } = buyer!;
    const identityDocument = { kind: 'Hộ chiếu', number: 'X 1234567', issuedOn: '2024-01-01' };
    const passport = { ...dossier, slip: { ...dossier.slip!, buyers: [{ ...foreign, identityDocument }] } };
    expect(ownersAfter(passport)).toMatchObject([{ personalIdentificationNumber: 'X 1234567' }]);
    const { slip: _slip, ...withoutSlip } = dossier;
    expect(ownersAfter(withoutSlip)).toMatchObject([{ name: buyer!.name }]);
  });
});
