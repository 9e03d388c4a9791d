import { SpecBus } from './bus.mother';
import { dossier, type NoticeWish, type SpecMember } from './member.mother';

interface EntryRow {
  readonly kind: string;
  readonly code: string | null;
  readonly facts: Record<string, unknown> | null;
  readonly id: string | null;
}

/** A bus, tax as the member that sends, and what is kept of a dossier. */
export class ExchangeStage {
  private nextDossier = 0;

  private constructor(
    readonly bus: SpecBus,
    readonly tax: SpecMember,
  ) {}

  static async open(): Promise<ExchangeStage> {
    const bus = await SpecBus.start();
    return new ExchangeStage(bus, bus.member('tax'));
  }

  close(): Promise<void> {
    return this.bus.stop();
  }

  aDossier(): string {
    return dossier((this.nextDossier += 1));
  }

  submit(wishes: readonly NoticeWish[]): Promise<void> {
    return this.bus.exchange.process(this.tax.notices(wishes));
  }

  entriesOf(dossierCode: string): Promise<EntryRow[]> {
    return this.bus.rows(
      `select kind, verdict ->> 'code' as code, verdict -> 'facts' as facts, id from log_entry
       where subject = $1 order by log_id`,
      [dossierCode],
    );
  }

  /** The last number of the dossier's stream that was taken from the sender. */
  async lastIn(dossierCode: string, sender = 'tax'): Promise<number | undefined> {
    const rows = await this.bus.rows<{ last_in: string }>('select last_in from stream_in where key = $1', [
      `${sender}|dossier:${dossierCode}`,
    ]);
    return rows[0] && Number(rows[0].last_in);
  }

  deliveriesOf(dossierCode: string): Promise<{ recipient: string; seq: number; id: string }[]> {
    return this.bus.rows(
      `select d.recipient, d.seq::int as seq, e.id from delivery d join log_entry e using (log_id)
       where e.subject = $1 order by d.recipient, d.seq`,
      [dossierCode],
    );
  }
}
