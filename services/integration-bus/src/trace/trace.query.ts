import { Injectable } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { IntegrationBusConfig } from '../integration-bus.config';
import type { Trace } from './trace';
import { type TraceRow, traceOf } from './trace.row';
import { TRACE_DOSSIER } from './trace.sql';

const MOST_MESSAGES = 1_000;

/** Who has a dossier now, and since when. */
@Injectable()
export class TraceQuery {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: IntegrationBusConfig,
    private readonly clock: Clock,
  ) {}

  /** A dossier of which nothing came yet has no messages. */
  async ofDossier(dossierCode: string): Promise<Trace> {
    const parameters = [dossierCode, MOST_MESSAGES, this.config.inFlightPerRecipient, this.clock.now()];
    const [row] = await this.unitOfWork.query<TraceRow>(TRACE_DOSSIER, parameters);
    if (!row) throw new Error('the trace gave no row');
    return traceOf(dossierCode, row);
  }
}
