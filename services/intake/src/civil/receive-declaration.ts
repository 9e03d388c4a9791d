import { Injectable } from '@nestjs/common';
import type { DeathDeclaration } from '@lienthong/contracts';
import { Clock, type FieldFault, localDate, vietnamCalendar } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import type { Actor } from '@lienthong/service-host';
import { AcceptDossier } from '../dossiers/accept-dossier';
import { Dossiers } from '../dossiers/dossier.repository';
import { type Channel, contentOf, type ContentOf, type Dossier } from '../dossiers/dossier.state';
import { intakeErrors } from '../intake.errors';
import { canBeDeclaredAgain } from './chain.rules';
import { type ChosenProcedure, chosenProcedure, type Wanted } from './chosen-procedure.rules';
import { fault } from './declaration-check';
import { DeclaredActEntity } from './declared-act.entity';
import { isSameDeceased } from './declared-act.rules';

/** A declaration without a fault, with what follows from it. */
export interface Declaration<K extends 'birth' | 'death' = 'birth' | 'death'> {
  readonly kind: K;
  readonly channel: Channel;
  readonly content: ContentOf[K];
  readonly procedure: ChosenProcedure;
  /** What makes two declarations of one act one: each key under which it is found again. */
  readonly actKeys: readonly string[];
  /** Told in the history of the dossier, for example that the declaration comes late. */
  readonly remarks: readonly string[];
}

/** The dossier of a declaration; a repeated one has it already. */
export interface ReceivedDeclaration {
  readonly dossier: Dossier;
  readonly isRepeated: boolean;
}

interface Standing {
  readonly key: string;
  readonly dossier: Dossier;
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
    const { actKeys, procedure, ...declared } = declaration;
    const standing = await this.standing(actKeys);
    const first = standing.find(({ dossier }) => isSameAct(dossier, declaration));
    if (first) return { dossier: first.dossier, isRepeated: true };
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
    const free = actKeys.filter((key) => !standing.some((other) => other.key === key));
    for (const key of free) this.unitOfWork.save(DeclaredActEntity, { key, dossierCode: dossier.code });
    return { dossier, isRepeated: false };
  }

  /** Dossiers under these keys that have not come to nothing. */
  private async standing(keys: readonly string[]): Promise<readonly Standing[]> {
    const found: Standing[] = [];
    for (const key of keys) {
      const known = await this.unitOfWork.find(DeclaredActEntity, key);
      const dossier = known && (await this.dossiers.read(known.dossierCode));
      if (dossier && !canBeDeclaredAgain(dossier)) found.push({ key, dossier });
    }
    return found;
  }
}

/** The keys leave it open only for deaths: one of name and days may be of a person with another number. */
function isSameAct(dossier: Dossier, { kind, content }: Declaration): boolean {
  return kind !== 'death' || isSameDeceased(contentOf(dossier, kind), content as DeathDeclaration);
}

/** @throws intake.DOSSIER_INVALID when there is any fault */
export function refuseFaults(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw intakeErrors.DOSSIER_INVALID({ count: faults.length }, { faults });
}

/** The procedure of the day for what is asked. @throws intake.DOSSIER_INVALID when none covers it */
export function requireProcedure(kind: 'birth' | 'death', wanted: Wanted): ChosenProcedure {
  const chosen = chosenProcedure(kind, wanted);
  if (chosen) return chosen;
  const { on } = wanted;
  const text = {
    en: `no procedure in force on ${on} covers what is asked for`,
    vi: `không có thủ tục liên thông nào có hiệu lực ngày ${on} cho yêu cầu này`,
  };
  const faults = [fault('registrationCommuneCode', 'procedure', text)];
  throw intakeErrors.DOSSIER_INVALID({ count: faults.length }, { faults });
}
