import type { LocalDate } from '@lienthong/kernel';
import type { PriceRow, SlipFault, SlipParcel, TransferSlipSentV1 } from '@lienthong/contracts';
import { taxTimePoint } from '../charges/income-tax.rules';
import { placeKey, priceRowInForce, samePriceRow } from '../price-table/land-price.rules';

/** Our own rows of a place, by `placeKey`. */
export type PriceTable = (place: string) => readonly PriceRow[];

/**
 * R6: every price row on the slip is a row of our own table with the same values, and the slip holds the very rows that
 * our table has in force on the days that decide (income tax: P6, P7; registration fee: the day of declaring).
 */
export function slipPriceFaults(
  slip: TransferSlipSentV1,
  table: PriceTable,
  declaredOn: LocalDate,
): readonly SlipFault[] {
  const { changeKind: kind, contract, registeredOn } = slip;
  const { effectiveDate: contractEffectiveOn, buyerPaysSellersTax } = contract;
  const timePoint = taxTimePoint({ kind, contractEffectiveOn, buyerPaysSellersTax, registeredOn });
  const days = [...new Set([timePoint, declaredOn])];
  return slip.parcels.flatMap((parcel) => {
    const own = table(placeKey(parcel));
    return [...differences(parcel, own), ...days.flatMap((day) => notInForce(parcel, own, day))];
  });
}

function differences(parcel: SlipParcel, own: readonly PriceRow[]): readonly SlipFault[] {
  const unknown = parcel.priceRows.filter((row) => !own.some((ours) => samePriceRow(ours, row)));
  return unknown.map((row) => ({
    rule: 'R6',
    text: `${nameOf(parcel)}: dòng giá từ ngày ${row.from} (${row.decision}) không đúng bảng giá của cơ quan thuế.`,
  }));
}

function notInForce(parcel: SlipParcel, own: readonly PriceRow[], day: LocalDate): readonly SlipFault[] {
  const ours = priceRowInForce(own, day);
  const stated = priceRowInForce(parcel.priceRows, day);
  if (!ours) return [{ rule: 'R6', text: `${nameOf(parcel)}: bảng giá không có dòng áp dụng ngày ${day}.` }];
  if (!stated || stated.from !== ours.from) {
    return [
      { rule: 'R6', text: `${nameOf(parcel)}: phiếu thiếu dòng giá áp dụng ngày ${day} (từ ngày ${ours.from}).` },
    ];
  }
  return [];
}

function nameOf({ mapSheet, parcelNumber }: SlipParcel): string {
  return `Thửa ${parcelNumber} tờ ${mapSheet}`;
}
