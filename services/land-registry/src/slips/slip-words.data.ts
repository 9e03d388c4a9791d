import {
  changeKindWords,
  claimGroundWords,
  personKindWords,
  revenueWords,
  submissionKindWords,
} from './print-words.data';

/** Words that only the page for the screen says; all others are the printed form's. */
const onScreen: Readonly<Record<string, string>> = {
  province: 'Giá của tỉnh',
  ministry: 'Suất vốn của Bộ Xây dựng',
  contract: 'Hợp đồng',
  certificate: 'Giấy chứng nhận',
  consent: 'Văn bản đồng ý',
};

/** `registration-fee` is a revenue first, and then what somebody claims not to pay. */
const slipWords: Readonly<Record<string, string>> = {
  ...claimGroundWords,
  ...changeKindWords,
  ...personKindWords,
  ...submissionKindWords,
  ...revenueWords,
  ...onScreen,
};

/** How the slip's words are said; a word that is not listed stands as it is. */
export function inWords(word: string): string {
  return slipWords[word] ?? word;
}
