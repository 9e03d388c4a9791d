import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { ServiceConfig } from '../config/service.config';
import { type Actor, requireOffice } from '../security/actor';

/** Added and never changed: the service's role may do nothing else to this table. */
const RECORD = 'insert into paper_reading (id, paper, key, office, read_by, read_at) values ($1, $2, $3, $4, $5, $6)';

/** A paper that somebody asks for: what it is, by which key it is known, whose it is. */
export interface AskedPaper<T> {
  readonly paper: string;
  readonly key: string;
  readonly office: string;
  readonly content: T;
}

/** Gives out what a paper shows, and writes down who reads it. */
@Injectable()
export class PaperDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: ServiceConfig,
  ) {}

  /**
   * The content of a paper for a person of its office. The reading is recorded in the same transaction, which ends before
   * anything is printed: printing holds no connection. @throws access.OTHER_OFFICE
   */
  give<T>(actor: Actor, find: () => Promise<AskedPaper<T>>): Promise<T> {
    return this.unitOfWork.perform(async () => {
      const { paper, key, office, content } = await find();
      requireOffice(actor, office);
      const line = [newId(this.clock), paper, key, office, actor.id, this.clock.now()];
      await this.unitOfWork.client.query(RECORD, line);
      return content;
    });
  }

  /** The place that stands before the date of a paper (địa danh). */
  get place(): string {
    return this.config.paperPlace;
  }

  /** What the QR code of a paper says: the address of the look-up, or the code alone where the installation has none. */
  lookUp(dossierCode: string): string {
    const { paperLookUpUrl: url } = this.config;
    return url === undefined ? dossierCode : `${url.replace(/\/$/, '')}/${encodeURIComponent(dossierCode)}`;
  }
}
