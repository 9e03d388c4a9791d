import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@lienthong/persistence';

const ONE_AT_A_TIME = 'select pg_advisory_xact_lock(hashtextextended($1, 2))';
const BEARERS = `select 1 as found from health_card where card_number = $1 and state <> 'renumbered' limit 1`;

/** Who bears a card number: who issues one and who records one that exists wait for each other. */
@Injectable()
export class CardNumbers {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Nobody else gives this number to a card until this work has ended. */
  async reserve(cardNumber: string): Promise<void> {
    await this.unitOfWork.query(ONE_AT_A_TIME, [cardNumber]);
  }

  async isTaken(cardNumber: string): Promise<boolean> {
    await this.reserve(cardNumber);
    return (await this.unitOfWork.query(BEARERS, [cardNumber])).length > 0;
  }
}
