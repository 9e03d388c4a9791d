import type { NationalStateCode } from '@lienthong/procedures';

/** Statuses between one-stop software and interlinked software (O §4.2). */
export type FieldStatus = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const nationalOf: Readonly<Record<FieldStatus, NationalStateCode>> = { 1: 1, 2: 5, 3: 2, 4: 9, 5: 10, 6: 3, 7: 4 };
const fieldOf: Partial<Readonly<Record<NationalStateCode, FieldStatus>>> = {
  1: 1,
  2: 3,
  3: 6,
  4: 7,
  5: 2,
  8: 6,
  9: 4,
  10: 5,
};
/** Answers of the Ministry of Justice to a poll: waiting, supplement, processing, result, refused. */
const nationalOfPoll: Readonly<Record<number, NationalStateCode>> = { 1: 4, 2: 5, 3: 4, 4: 9, 6: 8 };

/** The national state of a status; a refusal after acceptance ends the dossier with 8, not 3 (corrections 9). */
export function nationalState(status: FieldStatus, wasAccepted: boolean): NationalStateCode {
  return status === 6 && wasAccepted ? 8 : nationalOf[status];
}

/** The status to send for a national state; payment and withdrawal have none in the field. */
export function fieldStatus(state: NationalStateCode): FieldStatus | undefined {
  return fieldOf[state];
}

/** What a poll of the Ministry of Justice means; nothing where the dossier does not exist there. */
export function polledState(answer: number): NationalStateCode | undefined {
  return nationalOfPoll[answer];
}

const NOT_YET_SENT = /chưa (được )?gửi|not yet sent/i;

export type Verdict = 'success' | 'retry' | 'permanent';

/** Texts by which answers are told apart, in the order in which they are looked for (O §4.4). */
const verdicts: readonly (readonly [pattern: RegExp, verdict: Verdict])[] = [
  [/đã (được )?tiếp nhận|đã có kết quả|already (received|has a result)|thành công|^ok$/i, 'success'],
  [/logic xử lý không hợp lệ|processing logic not valid|không đúng định dạng|list of bad fields/i, 'permanent'],
  [NOT_YET_SENT, 'retry'],
  [/lỗi (hệ thống|máy chủ)|server error|time-?out|hết thời gian/i, 'retry'],
];

export interface FieldAnswer {
  readonly text: string;
  readonly badFields?: readonly string[];
}

/** How an answer is to be treated; one that nobody knows is tried again, and never taken for success. */
export function judge({ text, badFields = [] }: FieldAnswer): Verdict {
  if (badFields.length > 0) return 'permanent';
  return verdicts.find(([pattern]) => pattern.test(text.trim()))?.[1] ?? 'retry';
}

/** The other side does not know the dossier yet. */
export function isNotYetSent({ text }: FieldAnswer): boolean {
  return NOT_YET_SENT.test(text);
}

export type PushDecision = 'take' | 'take-anew' | 'acknowledge-only';

/** A second push of a known dossier is acknowledged and ignored; in state 5 its data are new, under the same code (O §4.4). */
export function judgePush(known: NationalStateCode | undefined): PushDecision {
  if (known === undefined) return 'take';
  return known === 5 ? 'take-anew' : 'acknowledge-only';
}

const POLLED_AT_ONCE = 3;

/** Results are polled in groups of three codes (O §4.4). */
export function pollGroups(codes: readonly string[]): readonly (readonly string[])[] {
  const count = Math.ceil(codes.length / POLLED_AT_ONCE);
  return Array.from({ length: count }, (_, group) => codes.slice(group * POLLED_AT_ONCE, (group + 1) * POLLED_AT_ONCE));
}

const DATE = /^(\d{2})[./](\d{2})[./](\d{4})(?: (\d{2}:\d{2}:\d{2}))?$/;

/** `20.07.2026` as a date, `20/07/2026 08:30:00` as an instant of Vietnam; nothing for any other shape. */
export function fieldDate(text: string): string | undefined {
  const [, day, month, year, time] = DATE.exec(text) ?? [];
  if (year === undefined) return undefined;
  const date = `${year}-${month}-${day}`;
  return time === undefined ? date : `${date}T${time}+07:00`;
}
