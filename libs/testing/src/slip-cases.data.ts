import { type BuildingPrice, type SlipBuilding, type SlipLand, TransferSlipSentV2 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { dongText } from '@lienthong/kernel';

/** A slip that differs in one way from the clean slip of W2, and the rules that it breaks at either end. */
export interface SlipCase {
  readonly title: string;
  readonly slip: TransferSlipSentV2;
  /** R1 … R11 of L §2.1.3; `HOP-DONG`: a contract that is missing or whose parts do not add up (corrections, reading k). */
  readonly rules: readonly string[];
}

/** The rules that the land office checks before it sends a slip and the tax office when it takes one. */
export const SHARED_SLIP_RULES = ['R1', 'R2', 'R3', 'R7', 'R8', 'R10', 'R11', 'HOP-DONG'] as const;

const clean = messageOf(TransferSlipSentV2).example;
const [seller] = clean.sellers as [(typeof clean.sellers)[number]];
const [buyer] = clean.buyers as [(typeof clean.buyers)[number]];
const [land] = clean.parcels as [SlipLand];
const contract = clean.contract as NonNullable<typeof clean.contract>;
const { contract: _contract, ...withoutContract } = clean;
const { personalIdentificationNumber: _number, ...unnumbered } = buyer;
const price: BuildingPrice = { from: '2026-01-01', pricePerSquareMetreDong: dongText(6_500_000n), basis: 'province' };
const house: SlipBuilding = {
  ...{ communeCode: land.communeCode, mapSheet: land.mapSheet, parcelNumber: land.parcelNumber },
  ...{ kind: 'Nhà ở riêng lẻ', floorAreaSquareMetres: '150', qualityPercent: 80, priceRows: [price] },
};
const purposes = (...areas: readonly string[]): Pick<SlipLand, 'purposes'> => ({
  purposes: areas.map((areaSquareMetres) => ({ purpose: land.purpose, areaSquareMetres })),
});
const shares = (...of: readonly string[]): TransferSlipSentV2['buyers'] => of.map((share) => ({ ...buyer, share }));
const purposeChange: TransferSlipSentV2 = {
  ...withoutContract,
  ...{ procedure: '1.013992', changeKind: 'purpose-change', sellers: [], buyers: clean.sellers },
  ...{ revenues: ['land-use-fee'], parcels: [{ ...land, formerUse: { ...land, purpose: 'CLN' } }] },
};

function slip(title: string, change: Partial<TransferSlipSentV2>, ...rules: readonly string[]): SlipCase {
  return { title, slip: { ...clean, ...change }, rules };
}

/** Each case is run against the rules of the sender and of the recipient: what one lets pass the other must not stop at. */
export const slipCases: readonly SlipCase[] = [
  slip('the slip of W2', {}),
  slip('R1: a transfer in which nobody gives the land away', { sellers: [] }, 'R1'),
  slip('R1: a gift that nobody makes', { changeKind: 'gift', sellers: [] }, 'R1'),
  { title: 'R1: an inheritance from nobody', slip: { ...withoutContract, changeKind: 'inheritance', sellers: [] }, rules: ['R1'] }, // prettier-ignore
  slip('R1: a transfer to nobody', { buyers: [] }, 'R1'),
  slip('R1: one buyer with a half', { buyers: shares('1/2') }, 'R1'),
  slip('R1: three buyers with a half each', { buyers: shares('1/2', '1/2', '1/2') }, 'R1'),
  slip('R1: three buyers with a third each', { buyers: shares('1/3', '1/3', '1/3') }),
  slip('R1: a seller with two thirds', { sellers: [{ ...seller, share: '2/3' }] }, 'R1'),
  { title: 'R1: a change of purpose, which has no transferor', slip: purposeChange, rules: [] },
  { title: 'R1: a land user with a half in a change of purpose', slip: { ...purposeChange, buyers: [{ ...seller, share: '1/2' }] }, rules: ['R1'] }, // prettier-ignore
  slip('R2: a parcel that stands on it twice', { parcels: [land, land] }, 'R2'),
  slip('R2: purposes that are the whole area', { parcels: [{ ...land, ...purposes('60', '40') }] }),
  slip('R2: purposes that are more than the area', { parcels: [{ ...land, ...purposes('60', '40.01') }] }, 'R2'),
  slip('R2: private use that is less than the area', { parcels: [{ ...land, privateAreaSquareMetres: '90' }] }, 'R2'),
  slip('R3: a contract of the day of filing', { contract: { ...contract, effectiveDate: '2026-08-03' } }),
  slip('R3: a contract younger than the filing', { contract: { ...contract, effectiveDate: '2026-08-04' } }, 'R3'),
  slip('R3: a contract notarised after the filing', { contract: { ...contract, notarizedOn: '2026-08-04' } }, 'R3'),
  slip('R3: a certificate younger than the filing', { certificate: { ...clean.certificate, issuedOn: '2026-08-04' } }, 'R3'), // prettier-ignore
  slip('R3: papers complete before they were filed', { completeAt: '2026-08-02T09:00:00+07:00' }, 'R3'),
  slip('R3: registered before it was filed', { registeredOn: '2026-08-02' }, 'R3'),
  slip('R7: a person without any number', { buyers: [unnumbered] }, 'R7'),
  slip('R7: a person with a tax code', { buyers: [{ ...unnumbered, taxCode: '8012345677' }] }),
  slip('R7: a person with a passport', {
    buyers: [{ ...unnumbered, identityDocument: { kind: 'Hộ chiếu', number: 'P1', issuedOn: '2020-01-01' } }],
  }),
  slip(
    'R8: a contract with a house that is not described',
    { contract: { ...contract, includesBuilding: true } },
    'R8',
  ),
  slip('R8: a price for a house that is not described', { contract: { ...contract, buildingDong: dongText(1n) } }, 'R8'), // prettier-ignore
  slip('R8: a contract with a house that is described', { contract: { ...contract, includesBuilding: true }, buildings: [house] }), // prettier-ignore
  slip('R8: a house on another parcel', { buildings: [{ ...house, parcelNumber: '9' }] }, 'R8'),
  slip('R8: a house on the parcel of that number in another commune', { buildings: [{ ...house, communeCode: '26368' }] }, 'R8'), // prettier-ignore
  slip('R10: the code of another tax office', { taxOfficeCode: '9000025' }, 'R10'),
  slip('R10: a second parcel in the charge of another tax office', { parcels: [land, { ...land, communeCode: '26368' }] }, 'R10'), // prettier-ignore
  slip('R11: a change of land that the procedure does not serve', { changeKind: 'split-or-merge' }, 'R11'),
  slip('R11: the fee without the tax of a transfer', { revenues: ['registration-fee'] }, 'R11'),
  { title: 'R11: a change of purpose that does not say from what', slip: { ...purposeChange, parcels: [land] }, rules: ['R11'] }, // prettier-ignore
  slip('R11: a transfer that names a former use', { parcels: [{ ...land, formerUse: { ...land, purpose: 'CLN' } }] }, 'R11'), // prettier-ignore
  { title: 'L §2.1.3: a transfer without a contract', slip: withoutContract, rules: ['HOP-DONG'] },
  slip('L §2.1.3: prices of land and house that are not the total', {
    contract: { ...contract, landDong: dongText(300_000_000n), buildingDong: dongText(100_000_000n) },
    buildings: [house],
  }, 'HOP-DONG'), // prettier-ignore
];
