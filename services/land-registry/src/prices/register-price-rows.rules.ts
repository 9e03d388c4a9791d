import { officeFor, type PriceRow } from '@lienthong/contracts';
import { type FieldFault, type LocalDate } from '@lienthong/kernel';

interface PlacedRow extends PriceRow {
  readonly communeCode: string;
}

/** What is wrong with rows that are to be entered, each fault at its field. */
export function rowFaults(rows: readonly PlacedRow[], on: LocalDate): readonly FieldFault[] {
  return rows.flatMap(({ from, to, communeCode, pricePerSquareMetreDong }, index) => {
    const path = `rows[${index}]`;
    const known = officeFor('land-registry', communeCode, on) !== undefined;
    return [
      ...(to !== undefined && to < from ? [fault(`${path}.to`, 'period', 'không được trước ngày bắt đầu')] : []),
      ...(pricePerSquareMetreDong === '0' ? [fault(`${path}.pricePerSquareMetreDong`, 'R6', 'phải lớn hơn 0')] : []),
      ...(known ? [] : [fault(`${path}.communeCode`, 'office', `không có cơ quan phụ trách xã ${communeCode}`)]),
    ];
  });
}

function fault(path: string, rule: string, message: string): FieldFault {
  return { path, rule, message };
}
