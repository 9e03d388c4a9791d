import { dongText } from '@lienthong/kernel';
import type { ExpectedExemption, ExpectedPayment } from '../expected-outcome';
import { buyerOwes } from '../expected';
import type { LandScenario } from '../land-scenario';
import { DUE } from './table-price.scenes';

const OWNER = '075190000001';
const CHILD = '075214000002';
const FRIEND = '075088000003';
const deed = { effectiveDate: '2026-08-01', totalDong: '0', buyerPaysSellersTax: false } as const;
const child = {
  ...{ name: 'Nguyễn Văn Con', personalIdentificationNumber: CHILD, birthDate: '2014-02-11', sex: 'male' },
  ...{ share: '1/2', phone: '0912000002' },
};
const friend = {
  ...{ name: 'Trần Văn Thử', personalIdentificationNumber: FRIEND, birthDate: '1988-09-30', sex: 'male' },
  ...{ share: '1/2', phone: '0912000003' },
};

function receiverOwes(amountDong: bigint): ExpectedPayment {
  return { ...buyerOwes(amountDong, DUE), kind: 'personal-income-tax' };
}

function exempt(kind: ExpectedExemption['kind'], amount: bigint): ExpectedExemption {
  return { kind, payer: 'buyer', amountDong: dongText(amount) };
}

/** Half of 800,000,000 above a threshold of 20,000,000 for each: 38,000,000 of tax and 2,000,000 of fee, free for the child. */
export const inheritance: LandScenario = {
  name: 'inheritance',
  text: 'a child and a stranger inherit half each: the child is free of tax and fee, the stranger pays both on his half (X1, L §3.2)',
  change: {
    changeKind: 'inheritance',
    contract: { number: '003/2026/VBTK', ...deed },
    buyers: [friend, child],
    claims: [
      {
        ...{ revenue: 'personal-income-tax', ground: 'close-kin', person: CHILD, relative: OWNER },
        ...{ relation: 'birth-parent-and-child', proof: 'database' },
      },
    ],
  },
  expected: {
    rows: ['W7', 'W9', 'X1'],
    state: 10,
    payments: [receiverOwes(38_000_000n), buyerOwes(2_000_000n, DUE)],
    exemptions: [exempt('personal-income-tax', 38_000_000n), exempt('registration-fee', 2_000_000n)],
  },
};

export const giftToStranger: LandScenario = {
  name: 'gift-to-stranger',
  text: 'given to somebody who is no kin: the receiver pays a tenth of the table value above 20,000,000, and the fee',
  change: { changeKind: 'gift', contract: { number: '002/2026/HĐTC', ...deed } },
  expected: { rows: ['W9'], state: 10, payments: [receiverOwes(78_000_000n), buyerOwes(4_000_000n, DUE)] },
};
