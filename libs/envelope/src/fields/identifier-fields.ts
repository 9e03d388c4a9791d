import { DOSSIER_CODE_PATTERN, PERSONAL_NUMBER_PATTERN, PROCEDURE_CODE_PATTERN } from '@lienthong/kernel';
import { KEBAB_PATTERN } from '../addresses';
import { HASH_PATTERN } from '../base64url';
import { declareField } from './field-registry';
import { scalarField } from './scalar-field';

const MAX_KEBAB_LENGTH = 60;
const UUID_PATTERN = '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$';

/** Personal identification number, 12 digits (NĐ 137/2015); personal data by itself. */
export function PersonalNumber(): PropertyDecorator {
  const field = scalarField({ type: 'string', format: 'personal-number', pattern: PERSONAL_NUMBER_PATTERN });
  return (prototype, property) => {
    field(prototype, property);
    declareField(prototype, String(property), { personal: true });
  };
}

/** Dossier code of TT 01/2018 with a unit code of either form. */
export function DossierCode(): PropertyDecorator {
  return scalarField({ type: 'string', format: 'dossier-code', pattern: DOSSIER_CODE_PATTERN });
}

/** National procedure code, `1.013831`. */
export function ProcedureCode(): PropertyDecorator {
  return scalarField({ type: 'string', format: 'procedure-code', pattern: PROCEDURE_CODE_PATTERN });
}

/** A share above 0 and at most 1: `1/2`, `1/1`, `1`. */
export function ShareText(): PropertyDecorator {
  return scalarField({ type: 'string', format: 'share', pattern: '^[1-9]\\d{0,8}(/[1-9]\\d{0,8})?$' });
}

/** Id of an office inside its member: lower-case words joined by hyphens. */
export function OfficeId(): PropertyDecorator {
  return scalarField({
    type: 'string',
    format: 'kebab-id',
    pattern: KEBAB_PATTERN,
    minLength: 1,
    maxLength: MAX_KEBAB_LENGTH,
  });
}

/** Code of a member: lower-case words joined by hyphens. */
export function MemberCode(): PropertyDecorator {
  return OfficeId();
}

/** A UUID of any version in lower-case letters; our own ids are UUIDv7. */
export function IdText(): PropertyDecorator {
  return scalarField({ type: 'string', format: 'uuid', pattern: UUID_PATTERN });
}

/** A SHA-256 value in base64url, 43 characters. */
export function HashText(): PropertyDecorator {
  return scalarField({ type: 'string', format: 'sha256', pattern: HASH_PATTERN });
}
