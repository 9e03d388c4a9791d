import { Controller } from '@nestjs/common';
import { OpinionAskedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { workingOffice } from '../act';
import { OpinionRow } from './opinion.entity';

/** `<dossier code>/<branch>` as it may stand in an address. */
function keyOf({ subDossierCode }: OpinionAskedV1): string {
  return subDossierCode.replace('/', '~');
}

/** A question waits for an officer; the same question again changes nothing. */
@Controller()
export class OpinionAskedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles(OpinionAskedV1, { loads: [[OpinionRow, (body) => keyOf(body)]] })
  async handle({ body, id: workMessageId, senderOffice: askedBy, office }: Received<OpinionAskedV1>): Promise<void> {
    const key = keyOf(body);
    if (await this.unitOfWork.find(OpinionRow, key)) return;
    const { dossierCode, subDossierCode, question, dueAt } = body;
    const since = this.clock.now();
    this.unitOfWork.save(OpinionRow, {
      ...{ key, dossierCode, subDossierCode, question, askedBy, workMessageId, since, state: 'asked' },
      office: workingOffice(office, since),
      dueAt: new Date(dueAt),
    });
  }
}
