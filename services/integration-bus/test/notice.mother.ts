import { hash } from 'node:crypto';
import { canonicalBytes, DossierCode, Message, messageOf, Text } from '@lienthong/envelope';

/** A message that only these specs know: the bus learns it from its registry, like every other. */
@Message({
  owner: 'tax',
  name: 'spec-notice',
  version: 1,
  summary: 'A notice for specs of the bus.',
  example: { dossierCode: 'H19.91.01-260803-0001', text: 'x' },
})
export class SpecNoticeV1 {
  @DossierCode() readonly dossierCode: string;
  @Text({ max: 200 }) readonly text: string;
}

export const specNotice = messageOf(SpecNoticeV1);

const closedSchema = { ...specNotice.schema, additionalProperties: false };

/** The same as a stranger may have registered it: without room for fields that it does not know. */
export const closedNotice = {
  type: specNotice.type,
  dataschema: `urn:lienthong:schema:${specNotice.type}:${hash('sha256', canonicalBytes(closedSchema), 'base64url')}`,
  schema: closedSchema,
};
