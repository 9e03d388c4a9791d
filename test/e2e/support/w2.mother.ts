import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '../../../tools/local-infra/src';

export interface W2Data {
  sellers: Record<string, unknown>[];
  buyers: Record<string, unknown>[];
  parcels: Record<string, unknown>[];
  priceRows: Record<string, unknown>[];
  contract: Record<string, unknown>;
  certificate: Record<string, unknown>;
  newCertificateRequested?: boolean;
}

/** The shipped example: worked example W2. */
export function w2Data(): W2Data {
  const path = join(repositoryRoot(), 'docs', 'examples', 'w2-land-transfer.json');
  return JSON.parse(readFileSync(path, 'utf8')) as W2Data;
}

/** Two sellers, three buyers, two parcels, two price rows with a coefficient, numbers that do not divide. */
export function unevenData(): W2Data {
  const data = w2Data();
  const [seller = {}, buyer = {}, parcel = {}, row = {}] = [
    data.sellers[0],
    data.buyers[0],
    data.parcels[0],
    data.priceRows[0],
  ];
  return {
    ...data,
    sellers: [
      { ...seller, share: '1/3' },
      {
        ...seller,
        name: 'Nguyễn Văn Anh',
        personalIdentificationNumber: '075088000011',
        birthDate: '1988-02-29',
        sex: 'male',
        share: '2/3',
      },
    ],
    buyers: ['1/7', '2/7', '4/7'].map((share, index) => ({
      ...buyer,
      share,
      personalIdentificationNumber: `07508800002${index}`,
    })),
    parcels: [
      { ...parcel, areaSquareMetres: '123.45' },
      { ...parcel, parcelNumber: '313', areaSquareMetres: '77.7', purpose: 'CLN' },
    ],
    priceRows: [
      {
        ...row,
        from: '2026-01-01',
        to: '2026-08-01',
        pricePerSquareMetreDong: '7654321',
        adjustmentCoefficient: '1.2345',
      },
      { ...row, from: '2026-08-02', to: undefined, pricePerSquareMetreDong: '8765433', adjustmentCoefficient: '1.1' },
    ].map((priceRow) => JSON.parse(JSON.stringify(priceRow)) as Record<string, unknown>),
    contract: { ...data.contract, totalDong: '987654321' },
    newCertificateRequested: true,
  };
}
