/** The codes under which a land office numbers its papers, gap-free per office and year. */
export const officePapers = {
  receipt: 'BN',
  slip: 'PCTT',
  refusal: 'TB',
  register: 'CS',
  supplement: 'YCBS',
  slipWithdrawal: 'TH',
} as const;

/** A receipt's number is one digit longer than those of the other papers. */
export const RECEIPT_DIGITS = 6;
