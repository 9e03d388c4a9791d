import { dong, Fraction, type LocalDate } from '@lienthong/kernel';
import {
  officeById,
  officeFor,
  type SlipFault,
  type SlipLand,
  type TransferSlipSentV2,
  TWO_SIDED_CHANGES,
  unitCodeOn,
} from '@lienthong/contracts';
import { changeKindsOfProcedures, revenuesOfChanges } from '../law/procedures.data';
import { taxErrors } from '../tax.errors';
import { claimFaults } from './slip-claims.rules';
import { faultWhen, slipFault } from './slip-fault.rules';
import { personNumber, personsOf } from './slip-persons.rules';

/** What the slip says as days of Asia/Ho_Chi_Minh, and between which offices it travelled. */
export interface SlipCircumstances {
  readonly landOffice: string;
  readonly taxOffice: string;
  readonly filedOn: LocalDate;
  readonly completeOn: LocalDate;
  readonly receivedOn: LocalDate;
}

type SlipCheck = (slip: TransferSlipSentV2, circumstances: SlipCircumstances) => readonly SlipFault[];

const WHOLE = Fraction.of(1n);

const checks: readonly SlipCheck[] = [
  sharesAddUp,
  parcelsAreListedOnce,
  areasAddUp,
  datesFollow,
  personsAreIdentified,
  buildingsAreThere,
  officesMatch,
  procedureFits,
  revenuesAsked,
  contractFits,
  claimFaults,
  purposeChangeFits,
  nothingIsDeferred,
];

/** Every fault of the form of a slip, each under its rule and code; none when the slip can be assessed. */
export function slipFormFaults(slip: TransferSlipSentV2, circumstances: SlipCircumstances): readonly SlipFault[] {
  return checks.flatMap((check) => check(slip, circumstances));
}

/** R1: a side that the kind of change has is never empty. */
function sharesAddUp({ changeKind, sellers, buyers }: TransferSlipSentV2): readonly SlipFault[] {
  const sides = [
    { side: 'bên chuyển', persons: sellers, isWanted: TWO_SIDED_CHANGES.includes(changeKind) },
    { side: 'bên nhận', persons: buyers, isWanted: true },
  ];
  return sides.flatMap(({ side, persons, isWanted }) => {
    const total = persons.reduce((sum, { share }) => sum.plus(Fraction.parse(share)), Fraction.of(0n));
    const broken = (isWanted || persons.length > 0) && !total.equals(WHOLE);
    return faultWhen(broken, 'R1', taxErrors.SLIP_SHARES_NOT_WHOLE, { side, total: total.toString() });
  });
}

function parcelsAreListedOnce({ parcels }: TransferSlipSentV2): readonly SlipFault[] {
  const keys = parcels.map(keyOf);
  const repeated = parcels.filter((_, i) => keys.indexOf(keys[i] ?? '') !== i);
  return repeated.map((parcel) => slipFault('R2', taxErrors.SLIP_PARCEL_TWICE, { parcel: nameOf(parcel) }));
}

function areasAddUp({ parcels }: TransferSlipSentV2): readonly SlipFault[] {
  return parcels.flatMap((parcel) => {
    const { areaSquareMetres, purposes, privateAreaSquareMetres: own, sharedAreaSquareMetres: common } = parcel;
    const area = Fraction.parse(areaSquareMetres);
    const ofPurposes = purposes?.map((purpose) => purpose.areaSquareMetres);
    const ofUse = own === undefined && common === undefined ? undefined : [own ?? '0', common ?? '0'];
    const wrong = [ofPurposes, ofUse].some((parts) => parts && !sumOf(parts).equals(area));
    return faultWhen(wrong, 'R2', taxErrors.SLIP_AREAS_DIFFER, { parcel: nameOf(parcel), area: areaSquareMetres });
  });
}

function datesFollow(slip: TransferSlipSentV2, { filedOn, completeOn }: SlipCircumstances): readonly SlipFault[] {
  const { contract, certificate, registeredOn } = slip;
  const after = (what: string, on: string): readonly SlipFault[] =>
    faultWhen(on > filedOn, 'R3', taxErrors.SLIP_DATE_AFTER_FILING, { what, on, filedOn });
  const before = (what: string, on: string): readonly SlipFault[] =>
    faultWhen(on < filedOn, 'R3', taxErrors.SLIP_DATE_BEFORE_FILING, { what, on, filedOn });
  return [
    ...(contract ? after('Hợp đồng có hiệu lực', contract.effectiveDate) : []),
    ...(contract?.notarizedOn === undefined ? [] : after('Hợp đồng công chứng', contract.notarizedOn)),
    ...before('Ngày đủ hồ sơ', completeOn),
    ...before('Ngày đăng ký', registeredOn),
    ...after('Giấy chứng nhận cấp', certificate.issuedOn),
  ];
}

function personsAreIdentified(slip: TransferSlipSentV2): readonly SlipFault[] {
  const nameless = personsOf(slip).filter((person) => personNumber(person) === undefined);
  return faultWhen(nameless.length > 0, 'R7', taxErrors.SLIP_PERSON_UNIDENTIFIED, { count: nameless.length });
}

function buildingsAreThere({ contract, buildings = [], parcels }: TransferSlipSentV2): readonly SlipFault[] {
  const mentions = contract?.includesBuilding === true || dong(contract?.buildingDong ?? '0') > 0n;
  const elsewhere = buildings.filter((building) => !parcels.some((parcel) => keyOf(parcel) === keyOf(building)));
  return [
    ...faultWhen(mentions && buildings.length === 0, 'R8', taxErrors.SLIP_BUILDING_MISSING),
    ...elsewhere.map((building) => slipFault('R8', taxErrors.SLIP_BUILDING_ELSEWHERE, { parcel: nameOf(building) })),
  ];
}

function officesMatch(
  slip: TransferSlipSentV2,
  { landOffice, taxOffice, receivedOn }: SlipCircumstances,
): readonly SlipFault[] {
  const competent = new Set(slip.parcels.map(({ communeCode }) => officeFor('tax', communeCode, receivedOn)));
  const { taxOfficeCode, senderOfficeCode } = slip;
  const elsewhere = [...competent].some((office) => office?.id !== taxOffice || office.taxOfficeCode !== taxOfficeCode);
  const sender = officeById('land-registry', landOffice, receivedOn);
  const stranger = (sender && unitCodeOn(sender, receivedOn)) !== senderOfficeCode;
  return [
    ...faultWhen(elsewhere, 'R10', taxErrors.SLIP_TAX_OFFICE_WRONG, { taxOfficeCode }),
    ...faultWhen(stranger, 'R10', taxErrors.SLIP_SENDER_WRONG, { senderOfficeCode }),
  ];
}

function procedureFits({ procedure, changeKind }: TransferSlipSentV2): readonly SlipFault[] {
  const allowed = changeKindsOfProcedures[procedure]?.includes(changeKind) ?? false;
  return faultWhen(!allowed, 'R11', taxErrors.SLIP_KIND_NOT_ALLOWED, { procedure, changeKind });
}

function revenuesAsked({ changeKind, revenues }: TransferSlipSentV2): readonly SlipFault[] {
  const missing = (revenuesOfChanges[changeKind] ?? []).filter((kind) => !revenues.includes(kind));
  return missing.map((revenue) => slipFault('R11', taxErrors.SLIP_REVENUE_MISSING, { changeKind, revenue }));
}

/** A transfer has a contract; where a price is stated in parts, the parts add up (corrections, reading k). */
function contractFits({ changeKind, contract }: TransferSlipSentV2): readonly SlipFault[] {
  if (!contract) return faultWhen(changeKind === 'transfer', 'HOP-DONG', taxErrors.SLIP_CONTRACT_MISSING);
  const { totalDong, landDong, buildingDong } = contract;
  if (landDong === undefined && buildingDong === undefined) return [];
  const parts = dong(landDong ?? '0') + dong(buildingDong ?? '0');
  const bothStated = landDong !== undefined && buildingDong !== undefined;
  const wrong = bothStated ? parts !== dong(totalDong) : parts > dong(totalDong);
  return faultWhen(wrong, 'HOP-DONG', taxErrors.PRICE_PARTS_DIFFER, { total: totalDong });
}

/** A change of purpose names the use before it, for its price; whether the fee may be deferred is not decided by a slip here. */
function purposeChangeFits({ changeKind, parcels, deferrals = [] }: TransferSlipSentV2): readonly SlipFault[] {
  const nameless = parcels.filter(({ formerUse }) => (formerUse !== undefined) !== (changeKind === 'purpose-change'));
  const deferred = deferrals.some(({ revenue }) => revenue === 'land-use-fee');
  return [
    ...nameless.map((parcel) => slipFault('R11', taxErrors.SLIP_FORMER_USE_WRONG, { parcel: nameOf(parcel) })),
    ...faultWhen(deferred, 'MIEN-GIAM', taxErrors.SLIP_FEE_NOT_DEFERRED),
  ];
}

/** L10: what is still deferred on the certificate is paid before the land leaves its owner. */
function nothingIsDeferred({ changeKind, certificate }: TransferSlipSentV2): readonly SlipFault[] {
  const amount = certificate.openDeferredDong ?? '0';
  const leaves = changeKind !== 'inheritance' && changeKind !== 'purpose-change';
  return faultWhen(leaves && dong(amount) > 0n, 'L10', taxErrors.DEFERRED_FEE_OPEN, { amount });
}

function sumOf(areas: readonly string[]): Fraction {
  return areas.reduce((sum, area) => sum.plus(Fraction.parse(area)), Fraction.of(0n));
}

function keyOf({
  communeCode,
  mapSheet,
  parcelNumber,
}: Pick<SlipLand, 'communeCode' | 'mapSheet' | 'parcelNumber'>): string {
  return `${communeCode}|${mapSheet}|${parcelNumber}`;
}

function nameOf({ mapSheet, parcelNumber }: Pick<SlipLand, 'mapSheet' | 'parcelNumber'>): string {
  return `thửa ${parcelNumber}, tờ ${mapSheet}`;
}
