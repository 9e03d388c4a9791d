import { join } from 'node:path';

/** Claims of development tokens. */
export const TOKEN_ISSUER = 'lienthong-development';
export const TOKEN_AUDIENCE = 'lienthong';

/** Files of the home folder (LIENTHONG_HOME), relative to it. Private ones are readable by their owner only. */
export const homeFiles = {
  memberKey: (member: string) => join('keys', `${member}.jwk.json`),
  /** Folder of the keys that a member got later, each in a file of its own. */
  memberKeys: (member: string) => join('keys', member),
  memberDirectory: join('directory', 'keys.json'),
  staffKey: (member: string, personId: string) => join('staff', member, `${personId}.jwk.json`),
  staffDirectory: join('directory', 'staff.json'),
  issuerPrivate: join('issuer', 'private.jwk.json'),
  issuerPublic: join('issuer', 'jwks.json'),
  /** Where a running stack says how to reach it. */
  stack: 'stack.json',
} as const;
