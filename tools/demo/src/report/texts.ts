import { formatDong } from '@lienthong/kernel';
import { messageOf, type MessageClass } from '@lienthong/envelope';
import { messages } from '@lienthong/contracts';

const termByType = new Map(
  messages.map((of: MessageClass) => {
    const { type, name, summary } = messageOf(of);
    const term = /\(([^()]*[^\u0000-\u007f][^()]*)\)/.exec(summary)?.[1];
    return [type, `${name.replaceAll('-', ' ')}${term ? ` (${term})` : ''}`] as const;
  }),
);

/** The message's name in words with the Vietnamese term that its contract gives. */
export function messageText(type: string): string {
  return termByType.get(type) ?? type;
}

/** `2026-09-03` → `03/09/2026`. */
export function dayText(date: string): string {
  return date.split('-').reverse().join('/');
}

export function dongFigure(amountDong: string): string {
  return formatDong(BigInt(amountDong));
}

export const kindTexts = {
  'personal-income-tax': 'personal income tax (thuế TNCN)',
  'registration-fee': 'registration fee (lệ phí trước bạ)',
  'late-interest': 'late interest (tiền chậm nộp)',
} as const;
