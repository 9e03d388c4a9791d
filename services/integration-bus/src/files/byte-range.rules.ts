/** Part of a file, both ends included, and whether it was asked for as a part. */
export interface WantedBytes {
  readonly from: number;
  readonly to: number;
  readonly isPart: boolean;
}

const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/;

/**
 * What a `Range` header wants of a file of `size` bytes (RFC 9110 §14): undefined when it lies outside. Without a header,
 * with several ranges or another unit the whole file is given, which the RFC allows.
 */
export function wantedBytes(header: string | undefined, size: number): WantedBytes | undefined {
  const whole = { from: 0, to: size - 1, isPart: false };
  const [, first = '', last = ''] = ONE_RANGE.exec(header ?? '') ?? [];
  if (first === '' && last === '') return whole;
  if (first === '') {
    const length = Math.min(Number(last), size);
    return length === 0 ? undefined : { from: size - length, to: size - 1, isPart: true };
  }
  const from = Number(first);
  const to = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < from) return whole;
  return from < size ? { from, to, isPart: true } : undefined;
}
