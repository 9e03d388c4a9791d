import { Injectable } from '@nestjs/common';
import { Clock, type FieldFault, type LocalDate, localDate, vietnamCalendar } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, StepPolicies } from '@lienthong/service-host';
import { DossierCodes } from '../codes/dossier-codes';
import { deskCode } from '../codes/desk-code';
import { intakeErrors } from '../intake.errors';
import { Dossiers } from '../dossiers/dossier.repository';
import { accept } from '../dossiers/dossier.rules';
import { note } from '../dossiers/dossier-history.rules';
import type { Channel, ContentOf, Dossier } from '../dossiers/dossier.state';
import { ForwardDossier } from '../dossiers/forward-dossier';
import { type ChosenProcedure, chosenProcedure } from './chosen-procedure.rules';
import { fault } from './declaration-check';
import { DeclaredActEntity } from './declared-act.entity';
import { canBeDeclaredAgain } from './chain.rules';

/** A declaration without a fault, with what follows from it. */
export interface Declaration<K extends 'birth' | 'death' = 'birth' | 'death'> {
  readonly kind: K;
  readonly channel: Channel;
  readonly content: ContentOf[K];
  readonly procedure: ChosenProcedure;
  /** What makes two declarations of one act one. */
  readonly actKey: string;
  /** Told in the history of the dossier, for example that the declaration comes late. */
  readonly remarks: readonly string[];
}

/** The dossier of a declaration; a repeated one has it already. */
export interface ReceivedDeclaration {
  readonly dossier: Dossier;
  readonly isRepeated: boolean;
}

/** Accepts a declaration at the desk; the second one of the same act is answered with the dossier of the first (O §4.5). */
@Injectable()
export class ReceiveDeclaration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly codes: DossierCodes,
    private readonly dossiers: Dossiers,
    private readonly forward: ForwardDossier,
    private readonly policies: StepPolicies,
    private readonly clock: Clock,
  ) {}

  async run(declaration: Declaration, actor: Actor): Promise<ReceivedDeclaration> {
    const known = await this.unitOfWork.find(DeclaredActEntity, declaration.actKey);
    const first = known && (await this.dossiers.read(known.dossierCode));
    if (first && !canBeDeclaredAgain(first)) return { dossier: first, isRepeated: true };
    return { dossier: await this.accept(declaration, actor), isRepeated: false };
  }

  private async accept(declaration: Declaration, actor: Actor): Promise<Dossier> {
    const acceptedAt = this.clock.now();
    const on = localDate(acceptedAt);
    const act = { at: acceptedAt, by: actor.id };
    const [isForwarded, code] = await Promise.all([
      this.policies.isAutomatic('forward'),
      this.codes.next(deskCode(actor.office, on), on),
    ]);
    const { kind, channel, content, procedure, actKey, remarks } = declaration;
    const accepted = accept(
      {
        code,
        office: actor.office,
        kind,
        channel,
        procedure: procedure.code,
        ruleVersion: procedure.ruleVersion,
        content,
        acceptedAt,
        appointmentAt: vietnamCalendar.appointment(acceptedAt, procedure.workingDays),
      },
      act,
    );
    const noted = remarks.reduce((decided, remark) => note(decided, remark, act), accepted);
    this.dossiers.save(noted);
    this.unitOfWork.save(DeclaredActEntity, { key: actKey, dossierCode: code });
    return isForwarded ? this.forward.run(noted.dossier, act) : noted.dossier;
  }
}

/** @throws intake.DOSSIER_INVALID when there is any fault */
export function refuseFaults(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw intakeErrors.DOSSIER_INVALID({ count: faults.length }, { faults });
}

/** The procedure of the day for what is asked. @throws intake.DOSSIER_INVALID when none covers it */
export function requireProcedure(kind: 'birth' | 'death', asked: readonly string[], on: LocalDate): ChosenProcedure {
  const chosen = chosenProcedure(kind, asked, on);
  if (chosen) return chosen;
  const text = {
    en: `no procedure in force on ${on} covers what is asked for`,
    vi: `không có thủ tục liên thông nào có hiệu lực ngày ${on} cho yêu cầu này`,
  };
  const faults = [fault('registrationCommuneCode', 'procedure', text)];
  throw intakeErrors.DOSSIER_INVALID({ count: faults.length }, { faults });
}
