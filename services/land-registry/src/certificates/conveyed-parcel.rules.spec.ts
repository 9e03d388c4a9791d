import { dongText } from '@lienthong/kernel';
import { parcelOfW2, W2 } from '../../test/land-dossier.mother';
import { blocking } from '../encumbrances/encumbrance.rules';
import { conveyed } from './conveyed-parcel.rules';

const { dossierCode, certificate } = W2;
const held = parcelOfW2({ heldBy: dossierCode });
const conveyance = { dossierCode, owners: held.owners, certificate };
const issued = {
  form: 'noted',
  serial: certificate.serial,
  registerNumber: 'CS 00901',
  signedOn: '2026-08-26',
} as const;
const deferredItem = {
  payableItemId: '04057999999900002',
  noticeNumber: 'TB2600044-TK0000012/TB-TCS',
  kind: 'registration-fee',
  payerNumber: '075088000002',
  amountDong: dongText(4_000_000n),
} as const;

describe('a parcel that changed hands', () => {
  it('bears nothing when nothing is owed', () => {
    expect(conveyed(held, conveyance, issued).encumbrances).toEqual([]);
  });

  it('bears the note of a deferred obligation, which the next transfer needs removed first (F19, L10)', () => {
    const parcel = conveyed(held, conveyance, { ...issued, deferredItems: [deferredItem] });
    expect(parcel).toMatchObject({
      encumbrances: [{ kind: 'deferred-obligation', registerNumber: 'CS 00901', registeredOn: '2026-08-26' }],
    });
    expect(parcel).not.toHaveProperty('heldBy');
    expect(blocking(parcel, { changeKind: 'transfer' })).toHaveLength(1);
    expect(blocking(parcel, { changeKind: 'deferral-removal' })).toEqual([]);
  });
});
