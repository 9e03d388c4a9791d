import { errorCatalogue } from '@lienthong/kernel';

/** Refusals of the national states and faults of procedure definitions. */
export const procedureErrors = errorCatalogue('procedures', {
  TRANSITION_NOT_ALLOWED: {
    kind: 'refusal',
    vi: 'Hồ sơ ở trạng thái {from} ({fromName}) không thể chuyển sang {to} ({toName}); được phép: {allowed}.',
    en: 'A dossier in state {from} cannot go to state {to}; allowed: {allowed}.',
  },
  STATE_UNKNOWN: { kind: 'bug', vi: 'Không có trạng thái {state}.', en: 'There is no national state {state}.' },
  UNSOUND: {
    kind: 'bug',
    vi: 'Định nghĩa thủ tục {procedure} không hợp lệ: {faults}.',
    en: 'The definition of procedure {procedure} is not sound: {faults}.',
  },
  NOT_DEFINED: {
    kind: 'bug',
    vi: 'Phiên bản {version} của thủ tục chưa được kiểm tra.',
    en: 'Version {version} was not defined as part of a sound procedure.',
  },
  NOT_A_FIRST_STEP: {
    kind: 'bug',
    vi: 'Thủ tục {procedure} không bắt đầu bằng bước {step}.',
    en: 'Procedure {procedure} does not begin with step {step}.',
  },
  VERSION_UNKNOWN: {
    kind: 'bug',
    vi: 'Không có phiên bản {version} của thủ tục {procedure}.',
    en: 'There is no version {version} of procedure {procedure}.',
  },
  NOT_EXPECTED: {
    kind: 'refusal',
    vi: 'Thủ tục {procedure} không chờ {what} ({kind}); các bước đang mở: {open}.',
    en: 'Procedure {procedure} does not expect {what} ({kind}); open steps: {open}.',
  },
  BRANCH_NOT_OPTIONAL: {
    kind: 'refusal',
    status: 422,
    vi: 'Thủ tục {procedure} không cho bỏ nhánh {branches}.',
    en: 'Procedure {procedure} cannot be run without {branches}.',
  },
});
