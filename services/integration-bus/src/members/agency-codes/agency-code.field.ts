import { ValidateBy, type ValidationOptions } from 'class-validator';
import { agencyCodeForm, normalAgencyCode } from './agency-code.rules';

/** A national agency code in its one spelling: QCVN 102 (whole) or QĐ 20. */
export function IsAgencyCode(options?: ValidationOptions): PropertyDecorator {
  const validate = (value: unknown): boolean =>
    typeof value === 'string' &&
    normalAgencyCode(value) === value &&
    ['legacy', 'qd20'].includes(agencyCodeForm(value));
  const defaultMessage = (): string => '$property must be an agency code such as 000.00.12.H19 or H19.12';
  return ValidateBy({ name: 'isAgencyCode', validator: { validate, defaultMessage } }, options);
}
