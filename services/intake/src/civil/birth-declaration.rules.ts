import type { BirthDeclaration, Parent } from '@lienthong/contracts';
import { addDays, type FieldFault, type LocalDate } from '@lienthong/kernel';
import { birthProofRules } from './birth-proof.rules';
import { comparable } from './comparable.rules';
import { type DeclarationRule, fault, NO_FAULT } from './declaration-check';
import { numberFaults, paperFaults, pastFaults, requesterFaults } from './people.rules';
import { communeFaults, placeFaults } from './places.rules';
import { residenceRequestRules } from './residence-request.rules';

const CHAIN_UNTIL_YEARS = 6;
/** Luật Hộ tịch 60/2014/QH13: within 60 days of the birth. */
const REGISTERED_WITHIN_DAYS = 60;

/** Every rule of O §4.3 about a declaration of birth, beside the shapes that the contract checks. */
export const birthRules: readonly DeclarationRule<BirthDeclaration>[] = [
  {
    needs: ['registrationCommuneCode'],
    check: ({ registrationCommuneCode: code }, on) =>
      communeFaults('registrationCommuneCode', 'civil-status', { code, on }),
  },
  { needs: ['child.birthDate'], check: ageFaults },
  {
    needs: ['child.birthPlace', 'child.birthDate'],
    check: ({ child }) => placeFaults('child.birthPlace', child.birthPlace, child.birthDate),
  },
  ...birthProofRules,
  ...(['mother', 'father'] as const).map((side) => ({
    needs: [side, 'child.birthDate'],
    check: (declaration: BirthDeclaration, on: LocalDate) => parentFaults(side, declaration, on),
  })),
  { needs: ['child', 'mother', 'father', 'proof.kind'], check: byTheMotherFaults },
  { needs: ['requester'], check: ({ requester }, on) => requesterFaults(requester, on) },
  { needs: ['requester', 'mother', 'father', 'proof.kind'], check: requestingParentFaults },
  {
    needs: ['healthCard.communeCode'],
    check: ({ healthCard }, on) =>
      healthCard
        ? communeFaults('healthCard.communeCode', 'health-insurance', { code: healthCard.communeCode, on })
        : NO_FAULT,
  },
  ...residenceRequestRules,
];

/** Allowed, but told: the time for registering a birth is over (O §4.5). */
export function isLateRegistration({ child }: BirthDeclaration, on: LocalDate): boolean {
  return addDays(child.birthDate, REGISTERED_WITHIN_DAYS) < on;
}

/** The sixth birthday ends the chain: single procedures are asked for instead (O §4.5). */
function ageFaults({ child: { birthDate } }: BirthDeclaration, on: LocalDate): readonly FieldFault[] {
  const sixth = `${Number(birthDate.slice(0, 4)) + CHAIN_UNTIL_YEARS}${birthDate.slice(4)}`;
  if (sixth > on) return pastFaults('child.birthDate', birthDate, on);
  return [
    fault('child.birthDate', 'under-six', {
      en: 'the child is six or older on the day of submission: ask for birth registration, permanent residence and health insurance card each as a procedure of its own',
      vi: 'trẻ đã đủ 6 tuổi vào ngày nộp: làm riêng từng thủ tục đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế',
    }),
  ];
}

function parentFaults(side: 'mother' | 'father', declaration: BirthDeclaration, on: LocalDate): readonly FieldFault[] {
  const parent: Parent | undefined = declaration[side];
  if (!parent) return NO_FAULT;
  const { birthDate, personalIdentificationNumber: number, residence, identityPaper } = parent;
  const sex = side === 'mother' ? 'female' : 'male';
  const isBornAfter = birthDate.slice(0, 4) >= declaration.child.birthDate.slice(0, 4);
  return [
    ...(isBornAfter
      ? [
          fault(`${side}.birthDate`, 'before-child', {
            en: 'must lie before the birth of the child',
            vi: 'phải trước ngày sinh của trẻ',
          }),
        ]
      : []),
    ...numberFaults(`${side}.personalIdentificationNumber`, number, { sex, birthDate }),
    ...paperFaults(`${side}.identityPaper`, identityPaper, on),
    ...(residence ? placeFaults(`${side}.residence`, residence, on) : []),
  ];
}

/** Without a father surname, ethnicity and nationality follow the mother (NĐ 123/2015 Đ15). */
function byTheMotherFaults({ child, mother, father }: BirthDeclaration): readonly FieldFault[] {
  if (father || !mother) return NO_FAULT;
  const text = { en: 'follows the mother when no father is named', vi: 'theo mẹ khi không khai cha' };
  return [
    ...(surnameOf(child.name) === surnameOf(mother.name) ? [] : [fault('child.name', 'by-the-mother', text)]),
    ...(['ethnicity', 'nationality'] as const)
      .filter((field) => comparable(child[field]) !== comparable(mother[field]))
      .map((field) => fault(`child.${field}`, 'by-the-mother', text)),
  ];
}

function surnameOf(name: string): string {
  return comparable(name).split(' ')[0] ?? '';
}

/** Who asks as mother or father is the person named there; a father who is not named asks for nothing (NĐ 123/2015 Đ15). */
function requestingParentFaults({ requester, mother, father, proof }: BirthDeclaration): readonly FieldFault[] {
  const { relation, personalIdentificationNumber: number } = requester;
  if (proof.kind === 'abandoned-child-record' || (relation !== 'mother' && relation !== 'father')) return NO_FAULT;
  const parent = relation === 'mother' ? mother : father;
  const isSame = parent && (number === undefined || (parent.personalIdentificationNumber ?? number) === number);
  if (isSame) return NO_FAULT;
  return [
    fault('requester.relation', 'requesting-parent', {
      en: `the requester asks as ${relation}, but is not the ${relation} of the declaration`,
      vi: 'người yêu cầu khai là cha hoặc mẹ nhưng không khớp phần khai về cha, mẹ',
    }),
  ];
}
