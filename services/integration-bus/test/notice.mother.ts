import { DossierCode, Message, messageOf, Text } from '@lienthong/envelope';

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
