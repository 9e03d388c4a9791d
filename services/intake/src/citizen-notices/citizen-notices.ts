import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';
import { CitizenNoticeEntity } from './citizen-notice.entity';
import type { PayerNotice } from './money-notices.rules';

/** What is told, of which event and version of it; the key of a notice follows from it. */
export type NewNotice = Omit<CitizenNoticeEntity, 'key'> & { readonly version: string };

/** Notices to citizens: the same one is never told twice, whatever message comes again (F1, L §4.8). */
@Injectable()
export class CitizenNotices {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async tellOnce({ version, ...notice }: NewNotice): Promise<void> {
    const key = [notice.dossierCode, notice.event, version, notice.recipient].join('|');
    if (await this.unitOfWork.find(CitizenNoticeEntity, key)) return;
    this.unitOfWork.save(CitizenNoticeEntity, { key, ...notice });
  }

  async tellPayers(dossierCode: string, notices: readonly PayerNotice[], toldAt: Date): Promise<void> {
    for (const notice of notices) await this.tellOnce({ dossierCode, toldAt, ...notice });
  }

  ofDossier(code: string): Promise<object[]> {
    return this.unitOfWork.query(
      `select event, recipient, text, told_at as "toldAt" from citizen_notice where dossier_code = $1 order by told_at, key`,
      [code],
    );
  }
}
