import type { SlipLand } from '@lienthong/contracts';
import { dong, type FieldFault, Fraction, localDate, type LocalDate } from '@lienthong/kernel';
import { ordersInForce } from '../block-orders/block-order.rules';
import type { LandChangeKind } from '../encumbrances/blocks.data';
import { blocking } from '../encumbrances/encumbrance.rules';
import { landErrors } from '../land-registry.errors';
import { parcelKey } from '../parcels/parcel.state';
import { isInForce } from '../prices/price-position.rules';
import { pricePositionKey } from '../prices/price-position.state';
import type { SlipDraft } from '../dossiers/land-dossier.state';
import type { SlipRule } from './slip-check.state';
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

/** R5: no order forbids the change, and nothing that lies on the parcel stands in its way; a consent may be attached. */
export const nothingBlocks: SlipRule = ({ parcels, attachments = [], changeKind }, facts) => {
  const isAttached = attachments.some(({ code }) => code === CONSENT);
  const wanted = { ...facts, changeKind: changeKind as LandChangeKind };
  return parcels.flatMap((parcel, i) => {
    const { parcelNumber } = parcel;
    const registered = facts.parcels.get(parcelKey(parcel));
    if (!registered) return [];
    const orders = ordersInForce(registered).map(({ kind, documentNumber }) => ({
      kind,
      registerNumber: documentNumber,
    }));
    const lying = blocking(registered, wanted).filter(({ kind }) => !(kind === 'mortgage' && isAttached));
    return [...orders, ...lying].map(({ kind, registerNumber }) =>
      slipFault(`parcels[${i}]`, landErrors.SLIP_R5_PARCEL_BLOCKED, { parcelNumber, kind, registerNumber }),
    );
  });
};

/** R6: the slip states, for every purpose, the very row that the table has in force on the days that decide. */
export const pricesAreOfTheTable: SlipRule = (slip, facts) =>
  slip.parcels.flatMap((parcel, i) =>
    pricedPlaces(parcel).flatMap(({ purpose, position, priceRows }) => {
      const table = facts.prices.get(pricePositionKey({ ...parcel, purpose, position }))?.rows ?? [];
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

/** Land by purpose, the one before a change too, with the price rows stated for it. */
export function pricedPlaces(parcel: SlipLand): readonly Pick<SlipLand, 'purpose' | 'position' | 'priceRows'>[] {
  const { position, purposes, formerUse } = parcel;
  const now = purposes?.map(({ purpose, priceRows = parcel.priceRows }) => ({ purpose, position, priceRows }));
  return [...(now ?? [parcel]), ...(formerUse ? [formerUse] : [])];
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
