import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { DecideRegistration } from './decide-registration';
import { RegistrationRow } from './registration.entity';

const AT_ONCE = 50;
const OVERDUE = `
  select dossier_code as code from registration
   where supplement_until < $1 order by supplement_until, dossier_code limit $2 for update skip locked`;
const REASON = 'Quá thời hạn bổ sung giấy tờ.';

/** Papers that were not brought within the limit of their CT05: the request is refused (O §4.5). */
@Injectable()
export class SupplementDeadlines {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decide: DecideRegistration,
    private readonly clock: Clock,
  ) {}

  /** Returns how many were refused. */
  async enforce(): Promise<number> {
    for (let refused = 0; ;) {
      const found = await this.unitOfWork.perform(() => this.refuseSome());
      refused += found;
      if (found < AT_ONCE) return refused;
    }
  }

  private async refuseSome(): Promise<number> {
    const at = this.clock.now();
    const overdue = await this.unitOfWork.query<{ code: string }>(OVERDUE, [localDate(at), AT_ONCE]);
    for (const { code } of overdue) {
      await this.decide.refuse(await this.unitOfWork.get(RegistrationRow, code), REASON, { at, by: 'deadline' });
    }
    return overdue.length;
  }
}
