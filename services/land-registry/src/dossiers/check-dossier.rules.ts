import type { DossierForwardedV1, LandParcel, PriceRow, SlipLand } from '@lienthong/contracts';
import { type AppError, type LocalDate, localDate } from '@lienthong/kernel';
import { blockedBy, ordersInForce } from '../block-orders/block-order.rules';
import { sameDecimal, sameOwners } from '../parcels/parcel.rules';
import { type Parcel, parcelKey, parcelName } from '../parcels/parcel.state';
import { isInForce, rowsTouching } from '../prices/price-position.rules';
import { type PricePosition, pricePositionKey } from '../prices/price-position.state';

/** The register as the check sees it: rows by their keys, absent when there is none. */
export interface Register {
  readonly parcels: ReadonlyMap<string, Parcel>;
  readonly prices: ReadonlyMap<string, PricePosition>;
}

export interface CheckFault {
  readonly rule: string;
  /** For the citizen, in Vietnamese. */
  readonly text: string;
  /** Of the error catalogue, where the rule has a code of its own. */
  readonly code?: string;
}

/** Length of a reason in `processing-concluded`. */
const REASON_MAX_LENGTH = 1_000;

export type CheckResult =
  | { readonly kind: 'clean'; readonly parcels: readonly SlipLand[] }
  | { readonly kind: 'refused'; readonly faults: readonly CheckFault[] };

/** Compares the papers with the register; everything that stands in the way is listed, not only the first. */
export function checkDossier(content: DossierForwardedV1, register: Register): CheckResult {
  const faults = content.parcels.flatMap((parcel) => {
    const registered = register.parcels.get(parcelKey(parcel));
    if (!registered) return [fault('PARCEL', `Không có ${parcelName(parcel)} trong sổ địa chính.`)];
    return [...parcelFaults(content, parcel, registered), ...priceFaults(content, parcel, register)];
  });
  if (faults.length > 0) return { kind: 'refused', faults };
  return { kind: 'clean', parcels: content.parcels.map((parcel) => slipParcel(content, parcel, register)) };
}

/** The written reason of the refusal: one numbered line per fault, as many as the message can carry. */
export function writtenReason(faults: readonly CheckFault[]): string {
  if (faults.length === 1) return faults[0]?.text ?? '';
  const lines = faults.map(({ text }, index) => `${index + 1}. ${text}`);
  for (let shown = lines.length; shown > 0; shown -= 1) {
    const rest = lines.length - shown;
    const text = [...lines.slice(0, shown), ...(rest > 0 ? [`… và ${rest} lý do khác.`] : [])].join('\n');
    if (text.length <= REASON_MAX_LENGTH) return text;
  }
  return `Có ${lines.length} lý do, ghi trong văn bản thông báo.`;
}

/** Where one parcel of the papers differs from the register. */
export function parcelFaults(content: DossierForwardedV1, parcel: LandParcel, registered: Parcel): CheckFault[] {
  const name = capitalised(parcelName(parcel));
  const { certificate, sellers, dossierCode } = content;
  const faults: CheckFault[] = [];
  if (registered.heldBy !== undefined && registered.heldBy !== dossierCode) {
    faults.push(fault('HELD', `${name} đang được giải quyết trong hồ sơ ${registered.heldBy}.`));
  }
  for (const order of ordersInForce(registered)) faults.push(faultOf('R5', blockedBy(registered, order)));
  const sameCertificate =
    registered.certificate.serial === certificate.serial && registered.certificate.issuedOn === certificate.issuedOn;
  if (!sameCertificate || !sameOwners(registered.owners, sellers)) {
    faults.push(
      fault('R4', `Giấy chứng nhận ${certificate.serial} của ${parcelName(parcel)} không thuộc bên chuyển quyền.`),
    );
  }
  if (!sameDecimal(registered.areaSquareMetres, parcel.areaSquareMetres)) {
    const areas = `${parcel.areaSquareMetres} m², sổ địa chính ghi ${registered.areaSquareMetres} m²`;
    faults.push(fault('R2', `${name}: diện tích kê khai ${areas}.`));
  }
  if (registered.purpose !== parcel.purpose) {
    const purposes = `${parcel.purpose}, sổ địa chính ghi ${registered.purpose}`;
    faults.push(fault('R2', `${name}: mục đích sử dụng kê khai ${purposes}.`));
  }
  if (registered.position !== parcel.position) {
    const positions = `${parcel.position}, sổ địa chính ghi ${registered.position}`;
    faults.push(fault('R6', `${name}: vị trí giá đất kê khai ${positions}.`));
  }
  return faults;
}

function priceFaults(content: DossierForwardedV1, parcel: LandParcel, register: Register): CheckFault[] {
  const rows = rowsOf(parcel, register);
  return neededDates(content)
    .filter((on) => !rows.some((row) => isInForce(row, on)))
    .map((on) => priceRowMissing(parcel, on));
}

/** R6: the price table has no row for that place on a day that decides. */
export function priceRowMissing(parcel: LandParcel, on: LocalDate): CheckFault {
  const name = capitalised(parcelName(parcel));
  return fault('R6', `${name}: bảng giá đất không có giá đất ${parcel.purpose} áp dụng cho ngày ${printed(on)}.`);
}

/** What the register says of the parcel beside its prices is the first fill of the slip (L §2.1.3). */
function slipParcel(content: DossierForwardedV1, parcel: LandParcel, register: Register): SlipLand {
  const dates = [content.contract.effectiveDate, registeringDate(content)];
  const details = register.parcels.get(parcelKey(parcel))?.details;
  return { ...details, ...parcel, priceRows: rowsTouching(rowsOf(parcel, register), dates) };
}

/** The dossier is registered, and declared for the fee, on the day its papers were complete. */
export function registeringDate({ completeAt }: DossierForwardedV1): LocalDate {
  return localDate(new Date(completeAt));
}

/**
 * Income tax looks at the contract's day, or the day of registering when the buyer pays it (NĐ 253/2026 Đ57) and of what is
 * inherited or given (Đ61); the fee at declaring.
 */
function neededDates(content: DossierForwardedV1): readonly LocalDate[] {
  const registering = registeringDate(content);
  const { buyerPaysSellersTax, effectiveDate } = content.contract;
  const byContract = (content.changeKind ?? 'transfer') === 'transfer' && !buyerPaysSellersTax;
  return byContract && effectiveDate !== registering ? [effectiveDate, registering] : [registering];
}

function rowsOf(parcel: LandParcel, register: Register): readonly PriceRow[] {
  return register.prices.get(pricePositionKey(parcel))?.rows ?? [];
}

/** A fault that the error catalogue knows. */
export function faultOf(rule: string, error: AppError): CheckFault {
  return { rule, text: error.text('vi'), code: error.code };
}

function fault(rule: string, text: string): CheckFault {
  return { rule, text };
}

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}

function printed(on: LocalDate): string {
  return on.split('-').reverse().join('/');
}
