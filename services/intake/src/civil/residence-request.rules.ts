import type { BirthDeclaration } from '@lienthong/contracts';
import type { FieldFault, LocalDate } from '@lienthong/kernel';
import { type DeclarationRule, fault, NO_FAULT } from './declaration-check';
import { numberFaults, pastFaults } from './people.rules';
import { communeFaults } from './places.rules';

export const residenceRequestRules: readonly DeclarationRule<BirthDeclaration>[] = [
  {
    needs: ['residence.communeCode'],
    check: ({ residence }, on) =>
      residence ? communeFaults('residence.communeCode', 'residence', { code: residence.communeCode, on }) : NO_FAULT,
  },
  {
    needs: ['residence.householdHeadNumber'],
    check: ({ residence }) => numberFaults('residence.householdHeadNumber', residence?.householdHeadNumber),
  },
  { needs: ['residence.place', 'residence.opinions'], check: opinionFaults },
  { needs: ['residence', 'healthCard', 'linkedDossierCode'], check: choiceFaults },
];

/** Elsewhere than with parents or guardian needs the opinions of parents and household (TTLT 05/2015; NĐ 154/2024 Đ7). */
function opinionFaults({ residence }: BirthDeclaration, on: LocalDate): readonly FieldFault[] {
  if (!residence) return NO_FAULT;
  const { place, opinions } = residence;
  const missing = (['parent', 'household-head'] as const).filter(
    (by) => !opinions.some((opinion) => opinion.by === by),
  );
  return [
    ...(place === 'elsewhere'
      ? missing.map((by) =>
          fault('residence.opinions', `opinion-of-${by}`, {
            en: `a residence elsewhere needs the opinion of ${by === 'parent' ? 'a parent' : 'the head of household'}`,
            vi: `thường trú ở nơi khác phải có ý kiến của ${by === 'parent' ? 'cha, mẹ' : 'chủ hộ'}`,
          }),
        )
      : []),
    ...opinions.flatMap(({ agreedOn }, at) => pastFaults(`residence.opinions[${at}].agreedOn`, agreedOn, on)),
  ];
}

/** A chain is more than the registration alone; what follows up an earlier one asks for the residence that was refused. */
function choiceFaults({ residence, healthCard, linkedDossierCode }: BirthDeclaration): readonly FieldFault[] {
  if (linkedDossierCode !== undefined && (!residence || healthCard)) {
    return [
      fault('linkedDossierCode', 'follow-up', {
        en: 'a request that follows up an earlier dossier asks for the residence, and for nothing else',
        vi: 'yêu cầu nối tiếp hồ sơ trước chỉ đề nghị đăng ký thường trú',
      }),
    ];
  }
  if (residence ?? healthCard) return NO_FAULT;
  return [
    fault('residence', 'chain', {
      en: 'residence or health insurance card must be asked for; registration alone is a procedure of its own',
      vi: 'phải đề nghị đăng ký thường trú hoặc cấp thẻ BHYT; chỉ đăng ký khai sinh là thủ tục riêng',
    }),
  ];
}
