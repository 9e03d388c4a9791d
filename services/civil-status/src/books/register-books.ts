import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { CivilStatusConfig } from '../civil-status.config';
import { RegisterBookEntity } from './register-book.entity';
import { bookKey, type BookKind, drawPlace, type RegisterPlace, yearKey } from './register-book.rules';
import { RegisterYearEntity } from './register-year.entity';

/** Draws places in the registers inside the unit of work: one is used exactly when the act that stands there commits. */
@Injectable()
export class RegisterBooks {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly config: CivilStatusConfig,
  ) {}

  async draw(kind: BookKind, office: string, on: LocalDate): Promise<RegisterPlace> {
    const of = { kind, office, year: Number(on.slice(0, 4)) };
    const year = await this.unitOfWork.find(RegisterYearEntity, yearKey(of));
    const book = year && (await this.unitOfWork.find(RegisterBookEntity, bookKey(of, year.currentOrdinal)));
    const before = { ...(year && { year }), ...(book && { book }) };
    const drawn = drawPlace(of, before, { on, pagesPerBook: this.config.pagesPerBook });
    if (drawn.full) this.unitOfWork.save(RegisterBookEntity, drawn.full);
    this.unitOfWork.save(RegisterYearEntity, drawn.year);
    this.unitOfWork.save(RegisterBookEntity, drawn.book);
    return drawn.place;
  }
}
