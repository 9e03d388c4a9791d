import { OneOf, Personal, Text } from '@lienthong/envelope';

export class GiveOpinionRequest {
  @OneOf(['agreed', 'not-agreed'])
  readonly opinion: 'agreed' | 'not-agreed';

  @Personal()
  @Text({ max: 2000 })
  readonly text: string;
}
