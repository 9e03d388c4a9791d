/** Books of a land office that count on their own, gap-free per office and year. */
export type OfficeSeries = 'receipt' | 'slip' | 'refusal' | 'register';

const forms: Readonly<Record<OfficeSeries, { readonly code: string; readonly digits: number }>> = {
  receipt: { code: 'BN', digits: 6 },
  slip: { code: 'PCTT', digits: 5 },
  refusal: { code: 'TB', digits: 5 },
  register: { code: 'CS', digits: 5 },
};

/** Blanks of new certificates come from one stock of the province. */
export const SERIAL_SERIES = 'certificate-serial';

const SERIAL_LETTERS = 'DN';
const SERIAL_DIGITS = 8;

export interface SeriesOfYear {
  readonly office: string;
  readonly year: number;
}

export function seriesKey(series: OfficeSeries, { office, year }: SeriesOfYear): string {
  return `${series}|${office}|${year}`;
}

/** `00001/2026/PCTT-BIEN-HOA`: number, year, kind of paper, office. */
export function officeNumber(series: OfficeSeries, { office, year }: SeriesOfYear, number: number): string {
  const { code, digits } = forms[series];
  return `${String(number).padStart(digits, '0')}/${year}/${code}-${office.toUpperCase()}`;
}

/** `DN 00000001`: two letters and eight digits, the form of a certificate's serial (số phát hành). */
export function certificateSerial(number: number): string {
  return `${SERIAL_LETTERS} ${String(number).padStart(SERIAL_DIGITS, '0')}`;
}
