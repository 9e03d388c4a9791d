import { type Party, type SlipPerson, TWO_SIDED_CHANGES } from '@lienthong/contracts';
import { type FieldFault, Fraction } from '@lienthong/kernel';
import { landErrors } from '../land-registry.errors';
import { plainName, sameOwners } from '../parcels/parcel.rules';
import type { Owner } from '../parcels/parcel.state';
import { parcelKey } from '../parcels/parcel.state';
import type { SlipRule } from './slip-check.state';
import { faultWhen, slipFault } from './slip-fault.rules';

const sides = ['sellers', 'buyers'] as const;

/** How a slip calls a person: the identification number, else the tax code, else the number of another paper (R7). */
export function personNumber(person: SlipPerson): string | undefined {
  return person.personalIdentificationNumber ?? person.taxCode ?? person.identityDocument?.number;
}

/** R1: the shares of each side are one whole; a side that the kind of change has is never empty. */
export const sharesAreWhole: SlipRule = (slip) =>
  sides.flatMap((side) => {
    const total = slip[side].reduce((sum, { share }) => sum.plus(Fraction.parse(share)), Fraction.of(0n));
    const isWanted = side === 'buyers' || TWO_SIDED_CHANGES.includes(slip.changeKind);
    const broken = (isWanted || slip[side].length > 0) && !total.equals(Fraction.of(1n));
    return faultWhen(broken, side, landErrors.SLIP_R1_SHARES_NOT_WHOLE, { side, total: total.toString() });
  });

/** R7 */
export const personsAreIdentified: SlipRule = (slip) =>
  sides.flatMap((side) =>
    slip[side].flatMap((person, i) =>
      faultWhen(personNumber(person) === undefined, `${side}[${i}]`, landErrors.SLIP_R7_PERSON_UNIDENTIFIED, { side }),
    ),
  );

/** R4: the certificate of each parcel is the slip's, and its owners are those who give the land away, or who only use it. */
export const certificateIsTheirs: SlipRule = ({ parcels, certificate, sellers, buyers, changeKind }, facts) => {
  const holders = sellers.length > 0 || TWO_SIDED_CHANGES.includes(changeKind) ? sellers : buyers;
  return parcels.flatMap((parcel, i): readonly FieldFault[] => {
    const registered = facts.parcels.get(parcelKey(parcel));
    const known = registered?.certificate;
    const same = known?.serial === certificate.serial && known.issuedOn === certificate.issuedOn;
    const theirs = registered !== undefined && sameOwners(registered.owners, holders.map(ownerOf));
    const { serial } = certificate;
    return same && theirs ? [] : [slipFault(`parcels[${i}]`, landErrors.SLIP_R4_CERTIFICATE_OF_ANOTHER, { serial })];
  });
};

/**
 * Who is to stand in the register was named in the papers, and all who were are on the slip. A correction may mend the name
 * or the number of a person (F4), not both: that would be another person, of whom nothing was filed.
 */
export const buyersAreOfThePapers: SlipRule = ({ buyers }, { filedBuyers }) => {
  const missing = filedBuyers.filter((filed) => !buyers.some((buyer) => isSamePerson(buyer, filed))).length;
  return [
    ...buyers.flatMap((buyer, i) => {
      const isStranger = !filedBuyers.some((filed) => isSamePerson(buyer, filed));
      return faultWhen(isStranger, `buyers[${i}]`, landErrors.SLIP_BUYER_NOT_IN_PAPERS);
    }),
    ...faultWhen(missing > 0, 'buyers', landErrors.SLIP_BUYER_LEFT_OUT, { missing }),
  ];
};

function isSamePerson(person: SlipPerson, { name, personalIdentificationNumber }: Party): boolean {
  return personNumber(person) === personalIdentificationNumber || plainName(person.name) === plainName(name);
}

/** A person of a slip as the register keeps one. */
export function ownerOf(person: SlipPerson): Owner {
  const { name, share } = person;
  return { name, share, personalIdentificationNumber: personNumber(person) ?? '' };
}
