import { Fraction, type LocalDate } from '@lienthong/kernel';
import { officeById, officeFor, type SlipFault, type TransferSlipSentV1, unitCodeOn } from '@lienthong/contracts';
import { changeKindsOfProcedures } from '../law/procedures.data';

/** What the slip says as days of Asia/Ho_Chi_Minh, and between which offices it travelled. */
export interface SlipCircumstances {
  readonly landOffice: string;
  readonly taxOffice: string;
  readonly filedOn: LocalDate;
  readonly completeOn: LocalDate;
  readonly receivedOn: LocalDate;
}

type SlipCheck = (slip: TransferSlipSentV1, circumstances: SlipCircumstances) => readonly SlipFault[];

const checks: readonly SlipCheck[] = [
  sharesAddUp,
  parcelsAreListedOnce,
  datesFollow,
  officesMatch,
  procedureFits,
  revenuesAsked,
];

/** Every fault of the form of a slip, each under its rule; none when the slip can be assessed. */
export function slipFormFaults(slip: TransferSlipSentV1, circumstances: SlipCircumstances): readonly SlipFault[] {
  return checks.flatMap((check) => check(slip, circumstances));
}

function sharesAddUp({ sellers, buyers }: TransferSlipSentV1): readonly SlipFault[] {
  const sides = [
    { name: 'bên chuyển', persons: sellers },
    { name: 'bên nhận', persons: buyers },
  ];
  return sides.flatMap(({ name, persons }) => {
    const total = persons.reduce((sum, { share }) => sum.plus(Fraction.parse(share)), Fraction.of(0n));
    return total.equals(Fraction.of(1n))
      ? []
      : [fault('R1', `Tổng tỷ lệ sở hữu của ${name} là ${total}, phải bằng 1.`)];
  });
}

/** A parcel has one purpose here, so its area is the area of that purpose unless the same parcel is listed again. */
function parcelsAreListedOnce({ parcels }: TransferSlipSentV1): readonly SlipFault[] {
  const keys = parcels.map((p) => `${p.communeCode}|${p.mapSheet}|${p.parcelNumber}`);
  const repeated = parcels.filter((_, i) => keys.indexOf(keys[i] ?? '') !== i);
  return repeated.map((p) =>
    fault('R2', `Thửa ${p.parcelNumber} tờ ${p.mapSheet} được kê nhiều lần; tổng diện tích vượt diện tích thửa.`),
  );
}

function datesFollow(slip: TransferSlipSentV1, { filedOn, completeOn }: SlipCircumstances): readonly SlipFault[] {
  const { contract, certificate, registeredOn } = slip;
  return [
    ...when(
      contract.effectiveDate > filedOn,
      'R3',
      `Hợp đồng có hiệu lực ${contract.effectiveDate}, sau ngày nộp hồ sơ ${filedOn}.`,
    ),
    ...when(completeOn < filedOn, 'R3', `Ngày đủ hồ sơ ${completeOn} trước ngày tiếp nhận ${filedOn}.`),
    ...when(registeredOn < filedOn, 'R3', `Ngày đăng ký ${registeredOn} trước ngày tiếp nhận ${filedOn}.`),
    ...when(
      certificate.issuedOn > filedOn,
      'R3',
      `Giấy chứng nhận cấp ngày ${certificate.issuedOn}, sau ngày nộp hồ sơ.`,
    ),
  ];
}

function officesMatch(
  slip: TransferSlipSentV1,
  { landOffice, taxOffice, receivedOn }: SlipCircumstances,
): readonly SlipFault[] {
  const competent = new Set(slip.parcels.map(({ communeCode }) => officeFor('tax', communeCode, receivedOn)));
  const offices = [...competent];
  const sender = officeById('land-registry', landOffice, receivedOn);
  const senderCode = sender && unitCodeOn(sender, receivedOn);
  return [
    ...when(
      offices.some((office) => office?.id !== taxOffice || office.taxOfficeCode !== slip.taxOfficeCode),
      'R10',
      `Mã cơ quan thuế ${slip.taxOfficeCode} không phải cơ quan thuế nơi có đất.`,
    ),
    ...when(
      senderCode !== slip.senderOfficeCode,
      'R10',
      `Mã đơn vị gửi ${slip.senderOfficeCode} không phải mã của văn phòng đăng ký đất đai gửi phiếu.`,
    ),
  ];
}

function procedureFits({ procedure, changeKind }: TransferSlipSentV1): readonly SlipFault[] {
  const allowed = changeKindsOfProcedures[procedure]?.includes(changeKind) ?? false;
  return when(!allowed, 'R11', `Thủ tục ${procedure} không dùng cho loại biến động ${changeKind}.`);
}

function revenuesAsked({ revenues }: TransferSlipSentV1): readonly SlipFault[] {
  const missing = ['personal-income-tax', 'registration-fee'].filter((kind) => !revenues.includes(kind));
  return missing.map((kind) => fault('R11', `Phiếu chuyển nhượng phải yêu cầu xác định khoản ${kind}.`));
}

function when(broken: boolean, rule: string, text: string): readonly SlipFault[] {
  return broken ? [fault(rule, text)] : [];
}

function fault(rule: string, text: string): SlipFault {
  return { rule, text };
}
