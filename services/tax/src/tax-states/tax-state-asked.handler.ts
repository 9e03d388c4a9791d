import { TaxStateAskedV1, TaxStateToldV1, TaxStateToldV2, versionForNotices } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { AssessmentRow } from '../assessments/assessment.entity';
import { type NoticeView, noticesOfDossierSql } from '../assessments/assessment.query';
import { AssessmentRepository } from '../assessments/assessment.repository';
import { Obligation } from '../obligations/obligation.entity';
import { TransferSlip } from '../transfer-slips/transfer-slip.entity';
import { type Known, toldState } from './tax-state.rules';

/** M16 and M17: a land office that missed a push is told how its slip stands; asking changes nothing here. */
@Controller()
export class TaxStateAskedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly assessments: AssessmentRepository,
    private readonly clock: Clock,
  ) {}

  @Handles(TaxStateAskedV1, {
    loads: [
      [AssessmentRow, (body) => body.dossierCode],
      [Obligation, (body) => body.dossierCode],
    ],
    reads: [[TransferSlip, (body) => body.slipId]],
  })
  async handle(message: Received<TaxStateAskedV1>): Promise<void> {
    const { dossierCode, requestId, slipId } = message.body;
    const known = await this.known(message);
    const told = toldState(known);
    const { notices = [], deferredItems = [] } = told;
    const payers = [...notices.flatMap(({ rows }) => rows), ...deferredItems];
    const payerNumbers = payers.map(({ payerNumber }) => payerNumber);
    this.unitOfWork.send(
      versionForNotices({ payerNumbers, told: notices }, TaxStateToldV1, TaxStateToldV2),
      { dossierCode, requestId, slipId, toldAt: instantText(this.clock.now()), ...told },
      {
        fromOffice: message.office,
        to: [{ member: 'land-registry', office: message.senderOffice }],
        causationId: message.id,
      },
    );
  }

  /** Nothing of a slip that another land office sent. */
  private async known({ body: { dossierCode, slipId }, senderOffice }: Received<TaxStateAskedV1>): Promise<Known> {
    const slip = await this.unitOfWork.read(TransferSlip, slipId);
    if (!slip || slip.landOffice !== senderOffice) return { notices: [] };
    if (slip.outcome === 'returned') return { notices: [], faults: slip.faults };
    return {
      assessment: await this.assessments.find(dossierCode),
      notices: await this.unitOfWork.query<NoticeView>(noticesOfDossierSql, [dossierCode]),
      obligation: await this.unitOfWork.find(Obligation, dossierCode),
    };
  }
}
