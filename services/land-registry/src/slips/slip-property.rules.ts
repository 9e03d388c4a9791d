import type { SlipLand } from '@lienthong/contracts';
import { dong, type FieldFault, Fraction, localDate, type LocalDate } from '@lienthong/kernel';
import { ordersInForce } from '../block-orders/block-order.rules';
import { landErrors } from '../land-registry.errors';
import { parcelKey } from '../parcels/parcel.state';
import { isInForce } from '../prices/price-position.rules';
import { pricePositionKey } from '../prices/price-position.state';
import type { SlipDraft } from '../dossiers/land-dossier.state';
import type { CheckedParcel, ParcelBlock, SlipRule } from './slip-check.state';
import { faultWhen, slipFault } from './slip-fault.rules';
import { CONSENT } from './slip-law.data';

/** R2: each parcel stands once on the slip, and its areas add up to its own, which is the register's. */
export const areasAddUp: SlipRule = ({ parcels }, facts) => {
  const keys = parcels.map(parcelKey);
  return parcels.flatMap((parcel, i) => {
    const { areaSquareMetres: area, parcelNumber } = parcel;
    const registered = facts.parcels.get(keys[i] ?? '')?.areaSquareMetres ?? area;
    const wrong = [[registered], ...areaParts(parcel)].some((parts) => !sum(parts).equals(Fraction.parse(area)));
    const twice = keys.indexOf(keys[i] ?? '') < i;
    return faultWhen(wrong || twice, `parcels[${i}].areaSquareMetres`, landErrors.SLIP_R2_AREAS_DIFFER, {
      parcelNumber,
      area,
    });
  });
};

/** R5: no order forbids the change, and nothing lies on the parcel; the holder of a mortgage may consent, which is attached. */
export const nothingBlocks: SlipRule = ({ parcels, attachments = [] }, { parcels: registered, consents }) => {
  const isAttached = attachments.some(({ code }) => code === CONSENT);
  return parcels.flatMap((parcel, i) => {
    const { parcelNumber } = parcel;
    return standingBlocks(registered.get(parcelKey(parcel)))
      .filter(({ kind, registerNumber }) => !(kind === 'mortgage' && (isAttached || consents.includes(registerNumber))))
      .map((block) => slipFault(`parcels[${i}]`, landErrors.SLIP_R5_PARCEL_BLOCKED, { parcelNumber, ...block }));
  });
};

/** Orders of authorities that are in force, which no consent helps against, and what is registered on the parcel. */
function standingBlocks(parcel: CheckedParcel | undefined): readonly ParcelBlock[] {
  if (!parcel) return [];
  const orders = ordersInForce(parcel).map(({ kind, documentNumber }) => ({ kind, registerNumber: documentNumber }));
  const lying = (parcel.encumbrances ?? []).map(({ kind, registerNumber }) => ({ kind, registerNumber }));
  return [...orders, ...lying];
}

/** R6: the slip states, for every purpose, the very row that the table has in force on the days that decide. */
export const pricesAreOfTheTable: SlipRule = (slip, facts) =>
  slip.parcels.flatMap((parcel, i) =>
    purposesOf(parcel).flatMap(({ purpose, priceRows }) => {
      const table = facts.prices.get(pricePositionKey({ ...parcel, purpose }))?.rows ?? [];
      return priceDays(slip).flatMap((on) => {
        const ours = table.find((row) => isInForce(row, on));
        const stated = priceRows.find((row) => isInForce(row, on));
        const same =
          ours !== undefined &&
          ours.from === stated?.from &&
          ours.pricePerSquareMetreDong === stated.pricePerSquareMetreDong;
        return faultWhen(!same, `parcels[${i}].priceRows`, landErrors.SLIP_R6_PRICE_ROW_MISSING, { purpose, on });
      });
    }),
  );

/** R8: a contract that passes a house on has its data on the slip, on one of the slip's parcels. */
export const housesAreDescribed: SlipRule = ({ contract, buildings = [], parcels }): readonly FieldFault[] => {
  const mentioned = contract?.includesBuilding === true || dong(contract?.buildingDong ?? '0') > 0n;
  const keys = new Set(parcels.map(parcelKey));
  return [
    ...faultWhen(mentioned && buildings.length === 0, 'buildings', landErrors.SLIP_R8_BUILDING_MISSING),
    ...buildings.flatMap((building, i) =>
      faultWhen(!keys.has(parcelKey(building)), `buildings[${i}]`, landErrors.SLIP_R8_BUILDING_MISSING),
    ),
  ];
};

/** Land by purpose with the price rows stated for it. */
export function purposesOf(parcel: SlipLand): readonly Pick<SlipLand, 'purpose' | 'priceRows'>[] {
  return (
    parcel.purposes?.map(({ purpose, priceRows }) => ({ purpose, priceRows: priceRows ?? parcel.priceRows })) ?? [
      parcel,
    ]
  );
}

/** Corrections row 3: income tax looks at the contract's day, or at registering; the fee at the day the papers were complete. */
function priceDays({ contract, changeKind, registeredOn, completeAt }: SlipDraft): readonly LocalDate[] {
  const byContract = contract && changeKind === 'transfer' && !contract.buyerPaysSellersTax;
  return [...new Set([byContract ? contract.effectiveDate : registeredOn, localDate(new Date(completeAt))])];
}

function areaParts({
  purposes,
  privateAreaSquareMetres: own,
  sharedAreaSquareMetres: common,
}: SlipLand): readonly (readonly string[])[] {
  return [
    ...(purposes ? [purposes.map(({ areaSquareMetres }) => areaSquareMetres)] : []),
    ...(own === undefined && common === undefined ? [] : [[own ?? '0', common ?? '0']]),
  ];
}

function sum(areas: readonly string[]): Fraction {
  return areas.reduce((total, area) => total.plus(Fraction.parse(area)), Fraction.of(0n));
}
