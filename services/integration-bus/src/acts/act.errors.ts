import { errorCatalogue } from '@lienthong/kernel';

/** Why an act of administration is not done. */
export const actErrors = errorCatalogue('integration-bus', {
  ACT_KIND_UNKNOWN: {
    kind: 'input',
    vi: 'Không có loại thao tác quản trị {kind}; các loại: {known}.',
    en: 'There is no kind of act {kind}; the kinds are: {known}.',
  },
  ACT_UNKNOWN: {
    kind: 'refusal',
    status: 404,
    vi: 'Không có thao tác quản trị {id}.',
    en: 'There is no act {id}.',
  },
  ACT_SETTLED: {
    kind: 'refusal',
    vi: 'Thao tác này đã xong: {state}.',
    en: 'This act is settled: {state}.',
  },
  ACT_LAPSED: {
    kind: 'refusal',
    vi: 'Đề nghị này đã hết hiệu lực lúc {dueAt}; hãy đề nghị lại.',
    en: 'This proposal lapsed at {dueAt}; propose it again.',
  },
  NOT_AN_OPERATOR: {
    kind: 'access',
    vi: '{person} không phải là người vận hành đã đăng ký của trục.',
    en: '{person} is not a registered operator of the bus.',
  },
  OPERATOR_KNOWN: {
    kind: 'refusal',
    vi: '{person} đã là người vận hành.',
    en: '{person} is an operator already.',
  },
  LAST_OPERATORS: {
    kind: 'refusal',
    vi: 'Trục phải luôn có ít nhất hai người vận hành; hãy đăng ký người khác trước.',
    en: 'The bus keeps two operators at least; register another one first.',
  },
});
