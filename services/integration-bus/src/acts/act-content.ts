import { httpErrors, fieldFaults } from '@lienthong/service-host';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import type { ActKindDefinition } from './act-kind';

/** The content of an act as its kind declares it; unknown fields are refused. @throws http.INPUT_INVALID */
export function checkedContent({ content: type }: ActKindDefinition, plain: object): object {
  const content = plainToInstance(type, plain);
  const errors = validateSync(content, {
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { value: true },
  });
  const faults = fieldFaults(errors, 'content');
  if (faults.length > 0) throw httpErrors.INPUT_INVALID({ count: faults.length }, { faults });
  return content;
}
