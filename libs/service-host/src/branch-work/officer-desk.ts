import type { FactoryProvider } from '@nestjs/common';
import { Clock } from '@lienthong/kernel';
import { type EntityClass, UnitOfWork } from '@lienthong/persistence';
import { type Actor, requireOffice } from '../security/actor';

interface OfficeWork {
  readonly office: string;
  readonly askedBy: string;
}

/** Brings work of an office that a merger has ended to the one that does it now. */
export type AtHome = <W extends OfficeWork>(work: W, at: Date) => W;

/** What every desk does first: finds the piece of work, at the office of today, for an officer of that office. */
export class OfficerDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly atHome: AtHome,
  ) {}

  /** @throws persistence.NOT_FOUND, access.OTHER_OFFICE */
  async own<W extends OfficeWork>(row: EntityClass<W>, key: string, actor: Actor): Promise<W> {
    const work = this.atHome(await this.unitOfWork.get(row, key), this.clock.now());
    requireOffice(actor, work.office);
    return work;
  }

  /** The officer acts now. */
  by({ id }: Actor): { readonly at: Date; readonly by: string } {
    return { at: this.clock.now(), by: id };
  }
}

/** Provides the desk of an agency, which knows the successors of its offices. */
export function officerDesk(atHome: AtHome): FactoryProvider<OfficerDesk> {
  const useFactory = (unitOfWork: UnitOfWork, clock: Clock): OfficerDesk => new OfficerDesk(unitOfWork, clock, atHome);
  return { provide: OfficerDesk, useFactory, inject: [UnitOfWork, Clock] };
}
