import { Controller } from '@nestjs/common';
import { RefilingWantedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { DeskTasks } from '@lienthong/service-host';
import { actOf } from '../dossiers/act';
import { DossierEntity } from '../dossiers/dossier.entity';
import { Dossiers } from '../dossiers/dossier.repository';
import { requireLandOffice } from '../dossiers/dossier.rules';
import { refilingWanted } from './refiling.rules';

/** M06: a clerk files the dossier anew; until then it waits as a task of the desk (F2). */
@Controller()
export class RefilingWantedHandler {
  constructor(
    private readonly dossiers: Dossiers,
    private readonly tasks: DeskTasks,
    private readonly clock: Clock,
  ) {}

  @Handles(RefilingWantedV1, { loads: [[DossierEntity, (body) => body.dossierCode]] })
  async handle(message: Received<RefilingWantedV1>): Promise<void> {
    const { dossierCode, procedure, reason } = message.body;
    const dossier = await this.dossiers.get(dossierCode);
    requireLandOffice(dossier, message.senderOffice);
    this.dossiers.save(refilingWanted(dossier, message.body, actOf(message, this.clock.now())));
    const text = `Nộp lại hồ sơ theo thủ tục ${procedure}: ${reason}`;
    this.tasks.open({ kind: 'officer-task', office: dossier.office, dossierCode, text });
  }
}
