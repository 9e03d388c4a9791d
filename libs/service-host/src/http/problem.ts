import type { AppError, ErrorKind, FieldFault, Language } from '@lienthong/kernel';
import { faultTextsVi } from './fault-texts.data';

/** RFC 9457 problem details as every service answers them. */
export interface Problem {
  /** Stable URN of the code. */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  /** `<owner>.<REASON>`; what programs should look at. */
  readonly code: string;
  readonly detail: string;
  /** Every wrong field, with path, rule and message. */
  readonly faults?: readonly FieldFault[];
  /** Path of the request. */
  readonly instance: string;
  readonly requestId: string;
}

export interface ProblemContext {
  readonly language: Language;
  readonly path: string;
  readonly requestId: string;
}

const titles: Readonly<Record<ErrorKind, Readonly<Record<Language, string>>>> = {
  refusal: { vi: 'Không thực hiện được theo quy định', en: 'Refused by the rules' },
  input: { vi: 'Dữ liệu không hợp lệ', en: 'Invalid input' },
  access: { vi: 'Không có quyền', en: 'Access denied' },
  transient: { vi: 'Tạm thời chưa phục vụ được', en: 'Temporarily unavailable' },
  bug: { vi: 'Lỗi hệ thống', en: 'Internal error' },
};

/** The problem document of an error, in the reader's language. */
export function problemOf(error: AppError, { language, path, requestId }: ProblemContext): Problem {
  return {
    type: `urn:lienthong:error:${error.code}`,
    title: titles[error.kind][language],
    status: error.status,
    code: error.code,
    detail: error.text(language),
    ...(error.faults ? { faults: error.faults.map((fault) => inLanguage(fault, language)) } : {}),
    instance: path,
    requestId,
  };
}

function inLanguage({ messageVi, ...fault }: FieldFault, language: Language): FieldFault {
  if (language === 'en') return fault;
  if (messageVi !== undefined) return { ...fault, message: messageVi };
  const known = faultTextsVi.find(([english]) => english.test(fault.message));
  return known ? { ...fault, message: fault.message.replace(...known) } : fault;
}
