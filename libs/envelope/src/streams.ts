/** Names of streams: the Kafka key and the unit of order. */
export const streamOf = {
  /** All messages of a dossier; of a chain, of its parent. */
  dossier: (code: string): string => `dossier:${code}`,
  /** A budget payment voucher, by its reference. */
  voucher: (reference: string): string => `voucher:${reference}`,
  /** The daily reconciliation with a member; `date` is YYYY-MM-DD. */
  reconciliation: (member: string, date: string): string => `reconciliation:${member}:${date}`,
  /** A document that lives outside any dossier's stream. */
  document: (id: string): string => `document:${id}`,
  /** Protocol messages to or from a member. */
  member: (code: string): string => `member:${code}`,
} as const;

/** Shape of every stream name. */
export const STREAM_PATTERN = '^(dossier|voucher|reconciliation|document|member):[\\x21-\\x7e]{1,160}$';
