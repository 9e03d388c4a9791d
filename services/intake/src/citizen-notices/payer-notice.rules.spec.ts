import { dongText } from '@lienthong/kernel';
import { contentOf } from '../../test/dossier.mother';
import { phoneOf, remainderText } from './payer-notice.rules';

describe('what a payer is told of money', () => {
  const { sellers, buyers, ...content } = contentOf();
  const [seller, buyer] = [sellers[0]!, { ...buyers[0]!, phone: '0912000009' }];
  const land = { ...content, sellers: [{ ...seller, phone: '0912000008' }], buyers: [buyer], newCertificateRequested: false }; // prettier-ignore

  it('goes to the payer’s own number, never to the other party’s (L §4.8)', () => {
    expect(phoneOf(land, buyer.personalIdentificationNumber)).toBe('0912000009');
    expect(phoneOf({ ...land, buyers: buyers.map(({ phone: _none, ...one }) => one) }, buyer.personalIdentificationNumber)).toBeUndefined(); // prettier-ignore
  });

  it('names what is left and until when, without accents (F9)', () => {
    const item = { openDong: dongText(1_000_000n), dueDate: '2026-09-03' };
    expect(remainderText('H19.91.01-260803-0001', item)).toBe(
      'HS H19.91.01-260803-0001: da ghi nhan mot phan, con phai nop 1.000.000d, han 03/09/2026.',
    );
  });
});
