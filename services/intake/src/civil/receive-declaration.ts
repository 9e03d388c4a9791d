import { Injectable } from '@nestjs/common';
import { Clock, type FieldFault, type LocalDate, localDate, vietnamCalendar } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import type { Actor } from '@lienthong/service-host';
import { AcceptDossier } from '../dossiers/accept-dossier';
import { Dossiers } from '../dossiers/dossier.repository';
import type { Channel, ContentOf, Dossier } from '../dossiers/dossier.state';
import { intakeErrors } from '../intake.errors';
import { canBeDeclaredAgain } from './chain.rules';
import { type ChosenProcedure, chosenProcedure } from './chosen-procedure.rules';
import { fault } from './declaration-check';
import { DeclaredActEntity } from './declared-act.entity';

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
    private readonly dossiers: Dossiers,
    private readonly accept: AcceptDossier,
    private readonly clock: Clock,
  ) {}

  async run(declaration: Declaration, { id, office }: Actor): Promise<ReceivedDeclaration> {
    const { actKey, procedure, ...declared } = declaration;
    const known = await this.unitOfWork.find(DeclaredActEntity, actKey);
    const first = known && (await this.dossiers.read(known.dossierCode));
    if (first && !canBeDeclaredAgain(first)) return { dossier: first, isRepeated: true };
    const acceptedAt = this.clock.now();
    const dossier = await this.accept.run(
      {
        ...declared,
        on: localDate(acceptedAt),
        office,
        procedure: procedure.code,
        ruleVersion: procedure.ruleVersion,
        acceptedAt,
        appointmentAt: vietnamCalendar.appointment(acceptedAt, procedure.workingDays),
      },
      { at: acceptedAt, by: id },
    );
    this.unitOfWork.save(DeclaredActEntity, { key: actKey, dossierCode: dossier.code });
    return { dossier, isRepeated: false };
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
