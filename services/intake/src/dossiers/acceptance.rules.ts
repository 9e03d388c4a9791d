import { communeOn, officeFor } from '@lienthong/contracts';
import { type FieldFault, Fraction, type LocalDate } from '@lienthong/kernel';
import { findProcedure, legalTimeOn, type ProcedureVersion, versionOn } from '@lienthong/procedures';
import type { LandTransfer } from './dossier.state';

const CHANGE_KIND = 'transfer';

/** Everything in which the papers break a rule, each fault at its field; empty when the dossier may be accepted. */
export function acceptanceFaults(procedure: string, content: LandTransfer, on: LocalDate): readonly FieldFault[] {
  return [
    ...procedureFaults(procedure, on),
    ...sideFaults('sellers', content, on),
    ...sideFaults('buyers', content, on),
    ...parcelFaults(content, on),
    ...dateFaults(content, on),
  ];
}

/** The version under which a dossier accepted on this day runs; only for a procedure without faults. */
export function acceptedVersion(procedure: string, on: LocalDate): ProcedureVersion {
  const found = findProcedure(procedure);
  const version = found && versionOn(found, on);
  if (!version) throw new Error(`procedure ${procedure} has no version on ${on}`);
  return version;
}

/** Statutory processing time in working days (T: total of the procedure), from which the appointment follows. */
export function statutoryWorkingDays(version: ProcedureVersion, on: LocalDate): number {
  const limit = legalTimeOn(version.totalLimits, on);
  if (limit?.unit !== 'working-days') throw new Error(`version ${version.version} has no total time on ${on}`);
  return limit.amount;
}

/** R11: the procedure exists on the day and covers a transfer. */
function procedureFaults(procedure: string, on: LocalDate): FieldFault[] {
  const found = findProcedure(procedure);
  if (found?.changeKinds.includes(CHANGE_KIND) && versionOn(found, on)) return [];
  return [fault('procedure', 'R11', `thủ tục ${procedure} không được tiếp nhận ở đây vào ngày ${on}`)];
}

/** R1: the shares of a side add up to exactly one; a person stands on a side once. */
function sideFaults(side: 'sellers' | 'buyers', content: LandTransfer, on: LocalDate): FieldFault[] {
  const parties = content[side];
  const sum = parties.reduce((total, party) => total.plus(Fraction.parse(party.share)), Fraction.of(0n));
  const faults = parties.flatMap((party, index) => {
    const number = party.personalIdentificationNumber;
    const first = parties.findIndex((other) => other.personalIdentificationNumber === number);
    const path = `${side}[${index}]`;
    return [
      ...(first < index ? [fault(`${path}.personalIdentificationNumber`, 'unique', 'đã có trong danh sách')] : []),
      ...(party.birthDate > on ? [fault(`${path}.birthDate`, 'notInFuture', 'không được ở tương lai')] : []),
    ];
  });
  if (sum.equals(Fraction.of(1n))) return faults;
  return [...faults, fault(side, 'R1', `tổng tỷ lệ phải bằng 1, hiện là ${sum.toString()}`)];
}

/** Every commune is known on the day, all parcels lie in the area of one land office, and none is listed twice. */
function parcelFaults({ parcels }: LandTransfer, on: LocalDate): FieldFault[] {
  const keys = parcels.map(({ communeCode, mapSheet, parcelNumber }) =>
    [communeCode, mapSheet, parcelNumber].join('|'),
  );
  const firstOffice = officeFor('land-registry', parcels[0]?.communeCode ?? '', on)?.id;
  return parcels.flatMap(({ communeCode }, index) => {
    const path = `parcels[${index}]`;
    const office = officeFor('land-registry', communeCode, on)?.id;
    if (!communeOn(communeCode, on)) {
      return [fault(`${path}.communeCode`, 'commune', `xã ${communeCode} không có vào ngày ${on}`)];
    }
    if (!office) {
      return [fault(`${path}.communeCode`, 'office', `không có cơ quan đăng ký đất đai phụ trách xã ${communeCode}`)];
    }
    const elsewhere = office !== firstOffice;
    const twice = keys.indexOf(keys[index] ?? '') < index;
    return [
      ...(elsewhere ? [fault(`${path}.communeCode`, 'office', 'các thửa phải thuộc một cơ quan đăng ký đất đai')] : []),
      ...(twice ? [fault(path, 'unique', 'thửa đất đã có trong danh sách')] : []),
    ];
  });
}

/** R3: the contract is not younger than the filing; nor is the certificate. */
function dateFaults({ contract, certificate }: LandTransfer, on: LocalDate): FieldFault[] {
  return [
    ...(contract.effectiveDate > on
      ? [fault('contract.effectiveDate', 'R3', `không được sau ngày nộp hồ sơ ${on}`)]
      : []),
    ...(certificate.issuedOn > on ? [fault('certificate.issuedOn', 'notInFuture', 'không được ở tương lai')] : []),
  ];
}

function fault(path: string, rule: string, message: string): FieldFault {
  return { path, rule, message };
}
