import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@lienthong/kernel';
import { counterKey, dossierCode } from './dossier-code';
import { NumberBooks } from './number-books';

/**
 * Issues dossier codes, gap-free per unit and day. Two processes that draw the first number of a day at once collide on
 * the counter's key; the unit of work then tries the later one again.
 */
@Injectable()
export class DossierCodes {
  constructor(private readonly books: NumberBooks) {}

  async next(unitCode: string, on: LocalDate): Promise<string> {
    return dossierCode(unitCode, on, await this.books.draw(counterKey(unitCode, on)));
  }
}
