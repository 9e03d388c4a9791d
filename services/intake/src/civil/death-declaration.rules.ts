import type { DeathDeclaration } from '@lienthong/contracts';
import { type FieldFault, instantOf, type LocalDate } from '@lienthong/kernel';
import { type DeclarationRule, fault, NO_FAULT } from './declaration-check';
import { numberFaults, paperFaults, pastFaults, requesterFaults } from './people.rules';
import { communeFaults, placeFaults } from './places.rules';

/** Every rule of O §4.6 about a declaration of death, beside the shapes that the contract checks. */
export const deathRules: readonly DeclarationRule<DeathDeclaration>[] = [
  {
    needs: ['registrationCommuneCode'],
    check: ({ registrationCommuneCode: code }, on) =>
      communeFaults('registrationCommuneCode', 'civil-status', { code, on }),
  },
  { needs: ['proof', 'papers'], check: proofPaperFaults },
  { needs: ['proof.issuedOn', 'proof.kind', 'deceased.diedOn'], check: proofDateFaults },
  { needs: ['deceased.diedOn'], check: ({ deceased }, on) => pastFaults('deceased.diedOn', deceased.diedOn, on) },
  { needs: ['deceased.diedOn', 'deceased.diedAtTime'], check: timeFaults },
  { needs: ['deceased.birthDate', 'deceased.diedOn'], check: lifeFaults },
  {
    needs: ['deceased.personalIdentificationNumber', 'deceased.sex', 'deceased.birthDate'],
    check: ({ deceased: { personalIdentificationNumber: number, sex, birthDate } }) =>
      numberFaults('deceased.personalIdentificationNumber', number, { sex, birthDate }),
  },
  {
    needs: ['deceased.identityPaper', 'deceased.residence', 'deceased.diedOn'],
    check: ({ deceased: { identityPaper, residence, diedOn } }, on) => [
      ...paperFaults('deceased.identityPaper', identityPaper, on),
      // a residence is named as it was registered, which may be under the list of an earlier day
      ...(residence ? placeFaults('deceased.residence', residence, diedOn) : NO_FAULT),
    ],
  },
  { needs: ['requester'], check: ({ requester }, on) => requesterFaults(requester, on) },
  {
    needs: ['funeral.claimantNumber'],
    check: ({ funeral }) => numberFaults('funeral.claimantNumber', funeral?.claimantNumber),
  },
  {
    needs: ['funeral', 'registrationCommuneCode'],
    check: ({ funeral, registrationCommuneCode: code }, on) =>
      funeral
        ? communeFaults('funeral', 'social-protection', { code, on }).filter(({ rule }) => rule === 'office')
        : NO_FAULT,
  },
  { needs: ['residenceWanted', 'benefitsWanted', 'funeral'], check: choiceFaults },
];

/** A time of death on the day of submission has come already. */
function timeFaults(
  { deceased: { diedOn, diedAtTime } }: DeathDeclaration,
  on: LocalDate,
  now: Date,
): readonly FieldFault[] {
  const [hours = 0, minutes = 0] = (diedAtTime ?? '00:00').split(':').map(Number);
  if (diedOn > on || instantOf(diedOn, (hours * 60 + minutes) * 60_000) <= now) return NO_FAULT;
  return [
    fault('deceased.diedAtTime', 'not-in-future', { en: 'must not lie in the future', vi: 'không được ở tương lai' }),
  ];
}

/** Without a death notification a paper of the right kind takes its place (gbtLoai; O §4.6). */
function proofPaperFaults({ proof, papers }: DeathDeclaration): readonly FieldFault[] {
  const { kind, number, issuedOn } = proof;
  const needsNumber = kind === 'death-notification' || kind === 'court-decision';
  if (!needsNumber) {
    if (papers.some((paper) => paper.kind === kind)) return NO_FAULT;
    return [
      fault('papers', 'substitute-paper', {
        en: `without a death notification the paper '${kind}' must be among the papers`,
        vi: `không có giấy báo tử thì phải nộp giấy tờ thay thế '${kind}'`,
      }),
    ];
  }
  return [
    ...(number === undefined
      ? [fault('proof.number', 'required', { en: `a ${kind} has a number`, vi: 'giấy tờ phải có số' })]
      : []),
    ...(issuedOn === undefined
      ? [fault('proof.issuedOn', 'required', { en: `a ${kind} has its date`, vi: 'giấy tờ phải có ngày cấp' })]
      : []),
  ];
}

function proofDateFaults({ proof: { issuedOn }, deceased }: DeathDeclaration, on: LocalDate): readonly FieldFault[] {
  if (issuedOn === undefined || issuedOn >= deceased.diedOn) return pastFaults('proof.issuedOn', issuedOn, on);
  return [
    fault('proof.issuedOn', 'after-death', { en: 'must not lie before the death', vi: 'không được trước ngày chết' }),
  ];
}

/** Nobody dies before being born; a child that lived less than a day has rules of its own, outside the chain (O §4.6). */
function lifeFaults({ deceased: { birthDate, diedOn } }: DeathDeclaration): readonly FieldFault[] {
  if (birthDate === diedOn) {
    return [
      fault('deceased.birthDate', 'lived-a-day', {
        en: 'a child that lived less than 24 hours is registered by hand, outside this chain',
        vi: 'trẻ sống dưới 24 giờ được đăng ký theo quy định riêng, ngoài liên thông',
      }),
    ];
  }
  if (birthDate <= diedOn) return NO_FAULT;
  return [fault('deceased.birthDate', 'before-death', { en: 'must lie before the death', vi: 'phải trước ngày chết' })];
}

/** The applicant takes two, three or four procedures of the group (NĐ 63/2024, QĐ 296). */
function choiceFaults({ residenceWanted, benefitsWanted, funeral }: DeathDeclaration): readonly FieldFault[] {
  if (residenceWanted || benefitsWanted || funeral) return NO_FAULT;
  return [
    fault('residenceWanted', 'chain', {
      en: 'one of residence, benefits and funeral must be asked for; registration alone is a procedure of its own',
      vi: 'phải chọn ít nhất hai thủ tục; chỉ đăng ký khai tử là thủ tục riêng',
    }),
  ];
}
