import type { WorkItem } from './desk';
import type { PlayedDossier } from './played-dossier';

/** What belongs to this run: dossiers by code, and the payable items and vouchers that the run has met. */
export class RunLedger {
  readonly payableItems = new Map<string, PlayedDossier>();
  readonly vouchers = new Map<string, PlayedDossier>();
  private readonly codes = new Map<string, PlayedDossier>();

  /** `stray`: whose work it is when the run does not know the dossier; without it such work is left alone. */
  constructor(
    private readonly dossiers: readonly PlayedDossier[],
    private readonly stray?: PlayedDossier,
  ) {}

  readonly ofPayableItem = ({ key }: WorkItem): PlayedDossier | undefined => this.payableItems.get(key) ?? this.stray;

  readonly ofVoucher = ({ key }: WorkItem): PlayedDossier | undefined => this.vouchers.get(key) ?? this.stray;

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
