import type { BirthDeclaration } from '@lienthong/contracts';
import type { FieldFault, LocalDate } from '@lienthong/kernel';
import { type DeclarationRule, fault, NO_FAULT } from './declaration-check';
import { pastFaults } from './people.rules';

/** Letters, digits, dot, slash and hyphen; a reading: the reference names the field, not its form. */
const NOTIFICATION_NUMBER = /^[0-9A-Za-zĐđ][0-9A-Za-zĐđ./-]{2,39}$/;

export const birthProofRules: readonly DeclarationRule<BirthDeclaration>[] = [
  { needs: ['proof.kind', 'proof.number', 'proof.issuedOn'], check: notificationFaults },
  { needs: ['proof.issuedOn', 'child.birthDate'], check: proofDateFaults },
  { needs: ['proof.kind', 'papers'], check: substituteFaults },
  { needs: ['proof.kind', 'mother', 'father', 'requester.relation'], check: abandonedFaults },
  { needs: ['proof.kind', 'proof.surrogacyProof', 'mother', 'father'], check: surrogacyFaults },
];

/** Giấy chứng sinh: number and date (O §4.3). */
function notificationFaults({ proof }: BirthDeclaration): readonly FieldFault[] {
  if (proof.kind !== 'birth-notification') return NO_FAULT;
  return [
    ...(proof.number !== undefined && NOTIFICATION_NUMBER.test(proof.number)
      ? []
      : [
          fault('proof.number', 'birth-notification-number', {
            en: 'a birth notification has a number of letters, digits, dots, slashes and hyphens',
            vi: 'giấy chứng sinh phải có số, gồm chữ, số, dấu chấm, gạch chéo và gạch nối',
          }),
        ]),
    ...(proof.issuedOn === undefined
      ? [
          fault('proof.issuedOn', 'required', {
            en: 'a birth notification has its date of issue',
            vi: 'giấy chứng sinh phải có ngày cấp',
          }),
        ]
      : []),
  ];
}

function proofDateFaults({ proof: { issuedOn }, child }: BirthDeclaration, on: LocalDate): readonly FieldFault[] {
  if (issuedOn === undefined || issuedOn >= child.birthDate) return pastFaults('proof.issuedOn', issuedOn, on);
  return [
    fault('proof.issuedOn', 'after-birth', {
      en: 'must not lie before the birth',
      vi: 'không được trước ngày sinh',
    }),
  ];
}

/** Born outside a hospital: the witness paper or the statement itself comes with the dossier (O §4.5). */
function substituteFaults({ proof: { kind }, papers }: BirthDeclaration): readonly FieldFault[] {
  if (kind === 'birth-notification' || papers.some((paper) => paper.kind === kind)) return NO_FAULT;
  return [
    fault('papers', 'substitute-paper', {
      en: `without a birth notification the paper '${kind}' must be among the papers`,
      vi: `không có giấy chứng sinh thì phải nộp giấy tờ thay thế '${kind}'`,
    }),
  ];
}

/** The record takes the place of the notification, a guardian asks, the parents are empty (O §4.5). */
function abandonedFaults({ proof, mother, father, requester }: BirthDeclaration): readonly FieldFault[] {
  if (proof.kind !== 'abandoned-child-record') {
    if (mother ?? father) return NO_FAULT;
    return [
      fault('mother', 'parent', {
        en: 'mother or father must be named, except for an abandoned child',
        vi: 'phải khai mẹ hoặc cha, trừ trẻ bị bỏ rơi',
      }),
    ];
  }
  const text = { en: 'must be empty for an abandoned child', vi: 'phải để trống đối với trẻ bị bỏ rơi' };
  const isGuardian = requester.relation === 'guardian' || requester.relation === 'organiser';
  return [
    ...(mother ? [fault('mother', 'abandoned-child', text)] : []),
    ...(father ? [fault('father', 'abandoned-child', text)] : []),
    ...(!isGuardian
      ? [
          fault('requester.relation', 'abandoned-child', {
            en: 'a guardian or an organisation asks for an abandoned child',
            vi: 'người yêu cầu cho trẻ bị bỏ rơi là người giám hộ hoặc tổ chức nuôi dưỡng',
          }),
        ]
      : []),
  ];
}

/** Surrogacy is proven by its own paper beside the notification, and both parents are named (O §4.1, §4.5). */
function surrogacyFaults({ proof: { kind, surrogacyProof }, mother, father }: BirthDeclaration): readonly FieldFault[] {
  if (surrogacyProof === undefined) return NO_FAULT;
  return [
    ...(surrogacyProof.kind === 'surrogacy-proof'
      ? []
      : [
          fault('proof.surrogacyProof.kind', 'surrogacy-proof', {
            en: "must be 'surrogacy-proof'",
            vi: "phải là 'surrogacy-proof' (văn bản xác nhận mang thai hộ)",
          }),
        ]),
    ...(kind === 'birth-notification'
      ? []
      : [
          fault('proof.kind', 'surrogacy-proof', {
            en: 'a birth by surrogacy has a birth notification',
            vi: 'trường hợp mang thai hộ phải có giấy chứng sinh',
          }),
        ]),
    ...(mother && father
      ? []
      : [
          fault(mother ? 'father' : 'mother', 'surrogacy-proof', {
            en: 'a birth by surrogacy names the couple that asked for it',
            vi: 'trường hợp mang thai hộ phải khai cả vợ và chồng nhờ mang thai hộ',
          }),
        ]),
  ];
}
