import { DateText, OneOf, Text } from '@lienthong/envelope';
import { BLOCK_KINDS, type BlockKind } from './block-order.state';

class OfParcel {
  @Text({ max: 5, pattern: '^[0-9]{5}$' })
  readonly communeCode: string;

  @Text({ max: 20 })
  readonly mapSheet: string;

  @Text({ max: 20 })
  readonly parcelNumber: string;

  /** Số văn bản ngăn chặn. */
  @Text({ max: 60 })
  readonly documentNumber: string;
}

export class EnterBlockOrderRequest extends OfParcel {
  @OneOf(BLOCK_KINDS)
  readonly kind: BlockKind;

  @Text({ max: 200 })
  readonly issuedBy: string;

  @DateText()
  readonly issuedOn: string;
}

export class LiftBlockOrderRequest extends OfParcel {
  /** Số văn bản giải tỏa. */
  @Text({ max: 60 })
  readonly liftedByDocument: string;

  @DateText()
  readonly liftedOn: string;
}
