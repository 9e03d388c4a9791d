import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { AssessmentRow } from './assessment.entity';
import type { Assessment } from './assessment.state';

/** Assessments as their states; the table's checks guarantee that a row has the fields of its state. */
@Injectable()
export class AssessmentRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async find(dossierCode: string): Promise<Assessment | undefined> {
    return (await this.unitOfWork.find(AssessmentRow, dossierCode)) as Assessment | undefined;
  }

  async get(dossierCode: string): Promise<Assessment> {
    return (await this.unitOfWork.get(AssessmentRow, dossierCode)) as Assessment;
  }

  /** Not locked, for looking only. */
  async look(dossierCode: string): Promise<Assessment> {
    const row = await this.unitOfWork.read(AssessmentRow, dossierCode);
    if (!row) throw persistenceErrors.NOT_FOUND({ entity: 'assessment', key: dossierCode });
    return row as Assessment;
  }

  save(assessment: Assessment): void {
    this.unitOfWork.save(AssessmentRow, assessment);
  }
}
