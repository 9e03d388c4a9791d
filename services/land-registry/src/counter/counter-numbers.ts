import { Injectable } from '@nestjs/common';
import { type Office, unitCodeOn } from '@lienthong/contracts';
import type { LocalDate } from '@lienthong/kernel';
import { DossierCodes, NumberBooks } from '@lienthong/service-host';
import { officePapers, RECEIPT_DIGITS } from '../dossiers/office-papers.data';

/** What a dossier that is born at the counter is numbered with: a code of the office's own unit, and a receipt number. */
@Injectable()
export class CounterNumbers {
  constructor(
    private readonly codes: DossierCodes,
    private readonly books: NumberBooks,
  ) {}

  async next(office: Office, on: LocalDate): Promise<{ readonly dossierCode: string; readonly receiptNumber: string }> {
    const receiptNumber = await this.books.next(officePapers.receipt, office.id, RECEIPT_DIGITS);
    return { dossierCode: await this.codes.next(unitCodeOn(office, on), on), receiptNumber };
  }
}
