import type { WorkItem } from './desk';
import type { PlayedDossier } from './played-dossier';

/** What belongs to this run: dossiers by code, and the payable items and vouchers that the run has met. */
export class RunLedger {
  readonly payableItems = new Map<string, PlayedDossier>();
  readonly vouchers = new Map<string, PlayedDossier>();
  private readonly codes = new Map<string, PlayedDossier>();

  constructor(private readonly dossiers: readonly PlayedDossier[]) {}

  /** The dossier of a work item that names it. */
  readonly ofItem = ({ key, dossierCode }: WorkItem): PlayedDossier | undefined => {
    this.learnCodes();
    return this.codes.get(dossierCode ?? key);
  };

  /** Dossiers that the desk has accepted so far. */
  get accepted(): number {
    this.learnCodes();
    return this.codes.size;
  }

  private learnCodes(): void {
    if (this.codes.size === this.dossiers.length) return;
    for (const dossier of this.dossiers) if (dossier.code !== '') this.codes.set(dossier.code, dossier);
  }
}
