import { Injectable } from '@nestjs/common';
import type { BirthDeclaration } from '@lienthong/contracts';
import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import type { Actor } from '@lienthong/service-host';
import { IntakeConfig } from '../intake.config';
import { DossierEntity } from '../dossiers/dossier.entity';
import { birthRules, isLateRegistration } from './birth-declaration.rules';
import { inCanonicalForms } from './canonical-forms.rules';
import { followedBy, followUpFaults } from './chain.rules';
import { branchesOfBirth } from './chosen-procedure.rules';
import { birthKey } from './declared-act.rules';
import { DeclareBirthRequest } from './declare-birth.request';
import { declarationFaults } from './declaration-check';
import { ReceiveDeclaration, type ReceivedDeclaration, refuseFaults, requireProcedure } from './receive-declaration';

const REMOTE = 'remote-commune';
const LATE = 'Đăng ký khai sinh quá hạn 60 ngày';

/** One declaration of birth for up to three procedures (O §4.2 step 1). */
@Injectable()
export class DeclareBirth {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly receive: ReceiveDeclaration,
    private readonly clock: Clock,
    private readonly config: IntakeConfig,
  ) {}

  /** @throws intake.DOSSIER_INVALID with every fault; nothing is stored then */
  async run(body: unknown, actor: Actor): Promise<ReceivedDeclaration> {
    const now = this.clock.now();
    const on = localDate(now);
    const request = inCanonicalForms(DeclareBirthRequest, body);
    refuseFaults(declarationFaults(DeclareBirthRequest, birthRules, { body: request, now }));
    const { channel, ...declared } = request as DeclareBirthRequest;
    const content = await this.linked(declared);
    const procedure = requireProcedure('birth', {
      asked: branchesOfBirth(content),
      on,
      extensions: this.longer(content),
    });
    const remarks = isLateRegistration(content, on) ? [LATE] : [];
    return this.receive.run(
      { kind: 'birth', channel, content, procedure, actKeys: [birthKey(content)], remarks },
      actor,
    );
  }

  /** A commune far away, hard to reach or without internet has more time (TTLT 05/2015); which one is, the desk is told. */
  private longer({ registrationCommuneCode: code }: BirthDeclaration): readonly string[] {
    return this.config.remoteCommunes.includes(code) ? [REMOTE] : [];
  }

  /** A follow-up is of the dossier with the registration, whichever of a row of follow-ups it names (O §4.5). */
  private async linked(declaration: BirthDeclaration): Promise<BirthDeclaration> {
    const { linkedDossierCode } = declaration;
    if (linkedDossierCode === undefined) return declaration;
    const linked = await this.unitOfWork.read(DossierEntity, linkedDossierCode);
    refuseFaults(followUpFaults(declaration, linked));
    return linked ? { ...declaration, linkedDossierCode: followedBy(linked) } : declaration;
  }
}
