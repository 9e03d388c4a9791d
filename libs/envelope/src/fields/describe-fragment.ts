import { formatTexts } from './formats';
import type { JsonSchema } from './field-registry';

/** No control characters but tab and line ends (a database refuses NUL), no half surrogate pairs. */
export const SAFE_TEXT_PATTERN = '^[^\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\uD800-\\uDFFF]*$';

/** The name and the sentence of the rule that a fragment states; used by both validators, so that faults read alike. */
export function describeFragment(fragment: JsonSchema): { readonly rule: string; readonly message: string } {
  const { format } = fragment;
  const keyword = (name: string): string => String(fragment[name]);
  if (typeof format === 'string') return { rule: format, message: `must be ${formatTexts[format] ?? format}` };
  if (Array.isArray(fragment.enum)) return { rule: 'one-of', message: `must be one of: ${fragment.enum.join(', ')}` };
  switch (fragment.type) {
    case 'boolean':
      return { rule: 'flag', message: 'must be true or false' };
    case 'integer':
      return { rule: 'whole', message: `must be a whole number from ${keyword('minimum')} to ${keyword('maximum')}` };
    case 'array':
      return { rule: 'list', message: `must be a list of ${keyword('minItems')} to ${keyword('maxItems')} items` };
    case 'object':
      return { rule: 'part', message: 'must be an object' };
    default: {
      const shape = fragment.pattern === SAFE_TEXT_PATTERN ? '' : ` of the form ${keyword('pattern')}`;
      const length = `${keyword('minLength')} to ${keyword('maxLength')}`;
      return { rule: 'text', message: `must be a text of ${length} characters${shape}` };
    }
  }
}
