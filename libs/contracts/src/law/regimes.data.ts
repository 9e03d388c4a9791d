import type { LocalDate } from '@lienthong/kernel';

/** A legal regime of the money leg of a land dossier: A, B and C follow each other without a gap. */
export type RegimeId = 'A' | 'B' | 'C';

/** The days on which a regime governs: the date on which the tax clock starts chooses it (corrections row 15). */
export interface LegalRegime {
  readonly id: RegimeId;
  readonly name: string;
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  /** It governs because the installation was told so, not by its dates. */
  readonly isProfile?: true;
}

/** Each in its own time. */
export const datedRegimes: readonly LegalRegime[] = [
  { id: 'A', name: 'TTLT 88/2016/TTLT-BTC-BTNMT', validFrom: '2016-08-08', validTo: '2020-12-04' },
  { id: 'B', name: 'NĐ 126/2020/NĐ-CP, TT 19/2021/TT-BTC', validFrom: '2020-12-05', validTo: '2026-06-30' },
  { id: 'C', name: 'NĐ 252/2026/NĐ-CP, TT 89/2026/TT-BTC', validFrom: '2026-07-01' },
];

/** Where the tax clock starts: when the slip is received, or when it is accepted (M12), which one regime knows. */
export interface ClockRule {
  readonly regime: RegimeId;
  readonly startsOn: 'receipt' | 'acceptance';
  readonly source: string;
  readonly trust: 'found' | 'knowledge' | 'reading';
  readonly validFrom?: LocalDate;
}

/** The later row of a regime governs from its first day on. */
export const taxClockRules: readonly ClockRule[] = [
  { regime: 'A', startsOn: 'receipt', source: 'no step of acceptance is known for the time', trust: 'reading' },
  { regime: 'B', startsOn: 'receipt', source: 'NĐ 126/2020 Đ13, before TT 19/2021 brought the acceptance', trust: 'reading' },
  { regime: 'B', startsOn: 'acceptance', source: 'TT 19/2021/TT-BTC Đ36', trust: 'found', validFrom: '2021-05-03' },
  { regime: 'C', startsOn: 'receipt', source: 'NĐ 252/2026/NĐ-CP Đ17', trust: 'found' },
]; // prettier-ignore
