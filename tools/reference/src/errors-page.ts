import type { ErrorDescription, ErrorKind } from '@lienthong/kernel';
import { code, GENERATED, page, table } from './markdown';

const meanings: Readonly<Record<ErrorKind, string>> = {
  refusal: 'the rules say no, on purpose',
  input: 'not what the contract says; every wrong field is listed',
  access: 'not allowed, or a bad signature',
  transient: 'database or broker away; try again later',
  bug: 'must not happen; somebody has to look',
};

/** The reference of all error codes. */
export function errorsPage(errors: readonly ErrorDescription[]): string {
  return page([
    '# Errors',
    GENERATED,
    'A problem answer carries `code`; its text is Vietnamese or English by `Accept-Language`. Words in braces are filled with the facts of the case.',
    table(
      ['kind', 'means'],
      Object.entries(meanings).map(([kind, meaning]) => [kind, meaning]),
    ),
    table(
      ['code', 'kind', 'HTTP', 'tiếng Việt', 'English'],
      errors.map((error) => [code(error.code), error.kind, String(error.status), error.vi, error.en]),
    ),
  ]);
}
