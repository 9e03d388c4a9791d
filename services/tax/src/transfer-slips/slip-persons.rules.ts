import type { SlipPerson, TransferSlipSentV2 } from '@lienthong/contracts';

/** How a slip calls a person: the identification number, else the tax code, else the number of another paper (R7). */
export function personNumber(person: SlipPerson): string | undefined {
  return person.personalIdentificationNumber ?? person.taxCode ?? person.identityDocument?.number;
}

export function personsOf({ sellers, buyers }: Pick<TransferSlipSentV2, 'sellers' | 'buyers'>): readonly SlipPerson[] {
  return [...sellers, ...buyers];
}
