import { readFileSync } from 'node:fs';
import { isAppError, isLocalDate, type LocalDate } from '@lienthong/kernel';
import { validateBody } from '@lienthong/envelope';
import { DossierFile } from './dossier-file';
import { dossierFaults, dossierFaultsBesideWrongFields } from './dossier-file.rules';
import { type InputFault, WrongInput } from './fault';

/** Words of cases that this command does not play yet; they are told apart from misspelt fields. */
const outOfScope =
  /^(house|building|construction|apartment|asset|organi[sz]ation|company|taxCode|inheritance|gift|exemption|relationship|deferral|spouse|household|procedure|changeKind|kind|type|nationality|passport)/i;

/** Fields that may be written as JSON numbers: they are digits in the messages. */
const digitFields: ReadonlySet<string> = new Set([
  'areaSquareMetres',
  'pricePerSquareMetreDong',
  'adjustmentCoefficient',
  'totalDong',
  'mapSheet',
  'parcelNumber',
  'communeCode',
  'share',
  'amountDong',
]);

/** Reads and checks the data of a dossier, some of its fields replaced. Throws WrongInput with every fault, each with its path in the file. */
export function readDossierFile(path: string, businessDate: LocalDate, change: object = {}): DossierFile {
  const data = parse(path);
  return checkDossier(isObject(data) ? { ...data, ...change } : data, businessDate);
}

/** The business day for which a file is written, where it says one that can be played. */
export function businessDateOf(path: string): string | undefined {
  const data = parse(path);
  const day = isObject(data) ? data.businessDate : undefined;
  return typeof day === 'string' && isLocalDate(day) ? day : undefined;
}

export function checkDossier(data: unknown, businessDate: LocalDate): DossierFile {
  const complete = withDefaults(digitsAsText(data));
  const shapeFaults = faultsOfShape(complete);
  if (shapeFaults.length > 0) {
    const wrong = new Set(shapeFaults.map(({ path }) => path));
    const besideThem = dossierFaultsBesideWrongFields(complete, businessDate).filter(({ path }) => !wrong.has(path));
    throw new WrongInput([...shapeFaults, ...besideThem]);
  }
  const file = complete as DossierFile;
  const faults = dossierFaults(file, businessDate);
  if (faults.length > 0) throw new WrongInput(faults);
  return file;
}

function parse(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new WrongInput([{ path, message: `cannot be read: ${(error as Error).message}` }]);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongInput([{ path, message: `is not JSON: ${(error as Error).message}` }]);
  }
}

function faultsOfShape(data: unknown): InputFault[] {
  try {
    validateBody(DossierFile, data, 'strict');
    return [];
  } catch (error) {
    if (!isAppError(error) || !error.faults) throw error;
    return error.faults.map(({ path, rule, message }) => ({
      path: path || '(file)',
      message: rule === 'unknown' && outOfScope.test(path.split('.').at(-1) ?? '') ? scopeText : message,
    }));
  }
}

const scopeText =
  'is outside what this command plays: land only, transfer, inheritance or gift, individuals (procedure 1.013831)';

function digitsAsText(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => digitsAsText(item));
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, digitsAsText(item, key)]));
  }
  const exact = typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  return exact && digitFields.has(name) ? String(value) : value;
}

function withDefaults(value: unknown): unknown {
  if (!isObject(value)) return value;
  const { contract, priceRows } = value;
  return {
    ...value,
    ...(isObject(contract) && { contract: { buyerPaysSellersTax: false, ...contract } }),
    ...(Array.isArray(priceRows) && {
      priceRows: priceRows.map((row: unknown) => (isObject(row) ? { adjustmentCoefficient: '1', ...row } : row)),
    }),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
