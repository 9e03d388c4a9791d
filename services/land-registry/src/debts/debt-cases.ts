import { Injectable } from '@nestjs/common';
import type { ObligationReopenedV1 } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { DeskTasks, type ListRequest, type Page, pageOf, placeOf } from '@lienthong/service-host';
import type { LandDossier } from '../dossiers/land-dossier.state';
import type { Act } from '../dossiers/land-procedure.rules';
import { DebtCaseEntity } from './debt-case.entity';

type Row = Omit<DebtCaseEntity, 'raisedAt'> & { readonly raisedAt: string };

/** Debts of signed certificates: raised when money is taken back, settled when the tax office says fulfilled again (F16). */
@Injectable()
export class DebtCases {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly tasks: DeskTasks,
  ) {}

  /** A signed certificate is never revoked here: the debt is a case of its own, and somebody is alarmed. */
  raise({ dossierCode, office, certificate }: LandDossier, reopened: ObligationReopenedV1, act: Act): void {
    const { cause, items, remainderDong } = reopened;
    const certificateSerial = certificate?.serial ?? '';
    const key = act.messageId ?? dossierCode;
    const raised = { key, dossierCode, office, certificateSerial, cause, items, remainderDong, raisedAt: act.at };
    this.unitOfWork.save(DebtCaseEntity, raised);
    const text = `Giấy chứng nhận ${certificateSerial} đã ký, Kho bạc hủy hạch toán: còn phải nộp ${remainderDong} đồng.`;
    this.tasks.open({ kind: 'alarm', office, dossierCode, text });
  }

  async settle(dossierCode: string, settledOn: string): Promise<void> {
    const open = await this.unitOfWork.query<{ key: string }>(
      'select key from debt_case where dossier_code = $1 and settled_on is null order by key',
      [dossierCode],
    );
    for (const { key } of open) {
      this.unitOfWork.save(DebtCaseEntity, { ...(await this.unitOfWork.get(DebtCaseEntity, key)), settledOn });
    }
  }

  /** Open cases of one office, the oldest first. */
  async ofOffice(office: string, { limit, cursor }: ListRequest): Promise<Page<object>> {
    const [raisedAt, key] = cursor === undefined ? [null, null] : placeOf(cursor, 2);
    const rows = await this.unitOfWork.query<Row>(
      `select key, dossier_code as "dossierCode", certificate_serial as "certificateSerial", cause, items,
              remainder_dong::text as "remainderDong", raised_at::text as "raisedAt"
         from debt_case where office = $1 and settled_on is null
          and ($2::text is null or (raised_at, key) > ($2::timestamptz, $3)) order by raised_at, key limit $4`,
      [office, raisedAt, key, limit + 1],
    );
    return pageOf(rows, limit, { view: (row) => row, place: (row) => [row.raisedAt, row.key] });
  }
}
