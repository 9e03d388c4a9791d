const SHAPE = /^[A-Za-z0-9_-]+$/;

/** Decodes strictly: no padding, no foreign character, no stray bits at the end; undefined when the text is not exact. */
export function decodeBase64url(text: string): Buffer | undefined {
  if (!SHAPE.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text ? bytes : undefined;
}

/** Regular expression of 32 bytes (a SHA-256 value, a salt) in base64url without stray bits, to be put into others. */
export const HASH_SHAPE = '[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]';

/** Pattern of a text that is nothing but such 32 bytes. */
export const HASH_PATTERN = `^${HASH_SHAPE}$`;
