/** How often papers may be asked for while a dossier is checked; dated, with how much the row is worth. */
export interface SupplementRule {
  readonly validFrom: string;
  readonly requestsMax: number;
  readonly source: string;
  readonly trust: 'knowledge';
}

/** O §1.1: at most once during examination; that more than one makes it late is an index formula, the limit itself was not read. */
export const supplementRules: readonly SupplementRule[] = [
  {
    validFrom: '2018-06-21',
    requestsMax: 1,
    source: 'O §1.1: during examination a supplement is asked at most once (NĐ 61/2018, not read)',
    trust: 'knowledge',
  },
];
