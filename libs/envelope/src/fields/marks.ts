import { ValidateIf } from 'class-validator';
import { declareField } from './field-registry';

/** The field may be absent; null stays refused (class-validator's own IsOptional would let it through). */
export function Optional(): PropertyDecorator {
  return (prototype, property) => {
    declareField(prototype, String(property), { optional: true });
    ValidateIf((_, value) => value !== undefined)(prototype, property);
  };
}

/** The field is personal data: it is masked in logs and errors. */
export function Personal(): PropertyDecorator {
  return (prototype, property) => declareField(prototype, String(property), { personal: true });
}
