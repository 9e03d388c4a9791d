import { instantText, type LocalDate, localDate } from '@lienthong/kernel';
import type { EntityClass, SendOptions, UnitOfWork } from '@lienthong/persistence';
import type { NumberBooks } from '../numbers/number-books';

interface Act {
  readonly at: Date;
  readonly by: string;
}

/** What is kept of a request, as far as its papers and answers need it. */
export interface DecidedRequest {
  readonly dossierCode: string;
  readonly subDossierCode: string;
  readonly office: string;
  readonly askedBy: string;
  readonly receiptNumber?: string;
}

interface CodesOfBranch {
  readonly dossierCode: string;
  readonly subDossierCode: string;
  readonly documentNumber: string;
  readonly reason: string;
}

export interface SupplementWanted extends CodesOfBranch {
  readonly wantedAt: string;
  readonly until: string;
  readonly items: readonly string[];
}

export interface RequestRefused extends CodesOfBranch {
  readonly refusedAt: string;
  readonly accepted: boolean;
}

/** One kind of request of an agency: its table, its rules, the codes that number its papers, its two answers. */
export interface RequestKind<R extends DecidedRequest> {
  readonly row: EntityClass<R>;
  readonly rules: {
    accepted(this: void, known: R, receiptNumber: string, act: Act): R;
    supplementWanted(
      this: void,
      known: R,
      supplement: Pick<SupplementWanted, 'documentNumber' | 'until' | 'items' | 'reason'>,
      act: Act,
    ): R;
    refused(this: void, known: R, refusal: Pick<RequestRefused, 'documentNumber' | 'reason'>, act: Act): R;
  };
  readonly papers: { readonly receipt: string; readonly supplement: string; readonly refusal: string };
  supplementUntil(this: void, on: LocalDate): LocalDate;
  readonly supplementWanted: new () => SupplementWanted;
  readonly refused: new () => RequestRefused;
  answerTo(this: void, request: R): SendOptions;
}

/** The three acts on a request that are alike at every agency: each numbers its paper, tells who asked, and is kept. */
export abstract class RequestDecisions<R extends DecidedRequest> {
  constructor(
    protected readonly unitOfWork: UnitOfWork,
    protected readonly books: NumberBooks,
    private readonly kind: RequestKind<R>,
  ) {}

  async accept(known: R, act: Act): Promise<R> {
    const { papers, rules } = this.kind;
    return this.keep(rules.accepted(known, await this.books.next(papers.receipt, known.office), act));
  }

  async wantSupplement(known: R, { items, reason }: Pick<SupplementWanted, 'items' | 'reason'>, act: Act): Promise<R> {
    const { papers, rules, supplementUntil, supplementWanted, answerTo } = this.kind;
    const until = supplementUntil(localDate(act.at));
    const documentNumber = await this.books.next(papers.supplement, known.office);
    const waiting = rules.supplementWanted(known, { documentNumber, until, items, reason }, act);
    const { dossierCode, subDossierCode } = waiting;
    this.unitOfWork.send(
      supplementWanted,
      { dossierCode, subDossierCode, documentNumber, wantedAt: instantText(act.at), until, items, reason },
      answerTo(waiting),
    );
    return this.keep(waiting);
  }

  async refuse(known: R, reason: string, act: Act): Promise<R> {
    const { papers, rules, refused, answerTo } = this.kind;
    const documentNumber = await this.books.next(papers.refusal, known.office);
    const done = rules.refused(known, { documentNumber, reason }, act);
    const { dossierCode, subDossierCode } = done;
    const accepted = known.receiptNumber !== undefined;
    this.unitOfWork.send(
      refused,
      { dossierCode, subDossierCode, documentNumber, refusedAt: instantText(act.at), reason, accepted },
      answerTo(done),
    );
    return this.keep(done);
  }

  protected keep(request: R): R {
    this.unitOfWork.save(this.kind.row, request);
    return request;
  }
}
