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

/** A question waits for an officer; the same question again changes nothing, another one is another piece of work. */
@Controller()
export class OpinionAskedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles(OpinionAskedV1, { loads: [[OpinionRow, (body) => keyOf(body)]] })
  async handle({ body, id: workMessageId, senderOffice: askedBy, office }: Received<OpinionAskedV1>): Promise<void> {
    const key = await this.freeKey(body);
    if (key === undefined) return;
    const { dossierCode, subDossierCode, question, dueAt } = body;
    const since = this.clock.now();
    this.unitOfWork.save(OpinionRow, {
      ...{ key, dossierCode, subDossierCode, question, askedBy, workMessageId, since, state: 'asked' },
      office: workingOffice(office, since),
      dueAt: new Date(dueAt),
    });
  }

  /** The branch's own key, with a number from the second question on; `undefined` for a question that is known. */
  private async freeKey(body: OpinionAskedV1): Promise<string | undefined> {
    const dueAt = Date.parse(body.dueAt);
    for (let count = 1; ; count++) {
      const key = count === 1 ? keyOf(body) : `${keyOf(body)}~${count}`;
      const known = await this.unitOfWork.find(OpinionRow, key);
      if (!known) return key;
      if (known.question === body.question && known.dueAt.getTime() === dueAt) return undefined;
    }
  }
}
