import type { LocalDate } from '@lienthong/kernel';
import type { PriceRow, SlipFault, TransferSlipSentV2 } from '@lienthong/contracts';
import { taxTimePoint } from '../charges/income-tax.rules';
import { placeKey, priceRowInForce, samePriceRow } from '../price-table/land-price.rules';
import { taxErrors } from '../tax.errors';
import { changeKindOf } from './slip-change-kinds.data';
import { slipFault } from './slip-fault.rules';
import { pricedPlacesOf, type SlipPlace } from './slip-land.rules';

/** Our own rows of a place, by `placeKey`. */
export type PriceTable = (place: string) => readonly PriceRow[];

/**
 * R6: every price row on the slip is a row of our own table with the same values, and the slip holds the very rows that
 * our table has in force on the days that decide (income tax: P6, P7; registration fee: the day of declaring).
 */
export function slipPriceFaults(
  slip: TransferSlipSentV2,
  table: PriceTable,
  declaredOn: LocalDate,
): readonly SlipFault[] {
  const { contract, registeredOn } = slip;
  const kind = changeKindOf(slip.changeKind);
  const timePoint =
    kind &&
    taxTimePoint({
      kind,
      registeredOn,
      buyerPaysSellersTax: contract?.buyerPaysSellersTax ?? false,
      ...(contract && { contractEffectiveOn: contract.effectiveDate }),
    });
  const days = [...new Set([timePoint ?? declaredOn, declaredOn])];
  return pricedPlacesOf(slip).flatMap((place) => {
    const own = table(placeKey(place));
    return [...differences(place, own), ...days.flatMap((day) => notInForce(place, own, day))];
  });
}

function differences(place: SlipPlace, own: readonly PriceRow[]): readonly SlipFault[] {
  const unknown = place.priceRows.filter((row) => !own.some((ours) => samePriceRow(ours, row)));
  return unknown.map(({ from, decision }) =>
    slipFault('R6', taxErrors.SLIP_PRICE_ROW_WRONG, { parcel: nameOf(place), from, decision }),
  );
}

function notInForce(place: SlipPlace, own: readonly PriceRow[], on: LocalDate): readonly SlipFault[] {
  const ours = priceRowInForce(own, on);
  const stated = priceRowInForce(place.priceRows, on);
  const parcel = nameOf(place);
  if (!ours) return [slipFault('R6', taxErrors.SLIP_PRICE_TABLE_EMPTY, { parcel, on })];
  const isTheRow = stated?.from === ours.from;
  return isTheRow ? [] : [slipFault('R6', taxErrors.SLIP_PRICE_ROW_MISSING, { parcel, on })];
}

function nameOf({ mapSheet, parcelNumber, purpose }: SlipPlace): string {
  return `Thửa ${parcelNumber} tờ ${mapSheet} (${purpose})`;
}
