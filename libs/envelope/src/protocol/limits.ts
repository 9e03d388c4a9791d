/** Items in one protocol message. */
export const MAX_ITEMS = 500;

/** Stream numbers are JSON numbers, so at most 2^53 − 1. */
export const COUNTER = { min: 0, max: Number.MAX_SAFE_INTEGER } as const;

/** Length of a stream name. */
export const STREAM = { max: 180 } as const;
