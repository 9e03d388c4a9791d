import type { DongText } from '@lienthong/kernel';
import {
  DateText,
  DecimalText,
  DongAmount,
  Flag,
  ListOfText,
  OneOf,
  Optional,
  Personal,
  Text,
  Whole,
} from '@lienthong/envelope';
import { SLIP_CLAIM_GROUNDS, SLIP_PROOFS, SLIP_REVENUES, type SlipRevenue } from './slip-words';

const KEBAB = '^[a-z]+(-[a-z]+)*$';

/** An exemption that one person of the slip claims (miễn giảm); which optional fields it needs depends on its ground. */
export class SlipClaim {
  @OneOf(SLIP_REVENUES)
  readonly revenue: SlipRevenue;

  @OneOf(SLIP_CLAIM_GROUNDS)
  readonly ground: (typeof SLIP_CLAIM_GROUNDS)[number];

  /** The person by the number, tax code or paper number that the slip gives. */
  @Personal()
  @Text({ max: 30 })
  readonly person: string;

  /** Căn cứ pháp lý. */
  @Optional()
  @Text({ max: 300 })
  readonly basis?: string;

  @Optional()
  @Personal()
  @Text({ max: 30 })
  readonly relative?: string;

  /** Quan hệ với người kia. */
  @Optional()
  @Personal()
  @Text({ max: 60, pattern: KEBAB })
  readonly relation?: string;

  @Optional()
  @OneOf(SLIP_PROOFS)
  readonly proof?: (typeof SLIP_PROOFS)[number];

  @Optional()
  @Whole({ min: 0, max: 99 })
  readonly otherHomes?: number;

  @Optional()
  @Whole({ min: 0, max: 99 })
  readonly futureHomes?: number;

  /** Day of the first certificate (R9). */
  @Optional()
  @DateText()
  readonly heldSince?: string;

  @Optional()
  @Flag()
  readonly wholeProperty?: boolean;

  @Optional()
  @Flag()
  readonly purposeUnchanged?: boolean;

  @Optional()
  @Flag()
  readonly directProducer?: boolean;

  /** Đối tượng: code of a ground of the registration fee. */
  @Optional()
  @Text({ max: 60, pattern: KEBAB })
  readonly code?: string;

  @Optional()
  @DecimalText({ scale: 2 })
  readonly areaSquareMetres?: string;

  @Optional()
  @Whole({ min: 1, max: 100 })
  readonly reductionPercent?: number;

  /** Giấy tờ chứng minh. */
  @Optional()
  @ListOfText({ max: 10, maxLength: 200 })
  readonly papers?: readonly string[];
}

/** Đề nghị ghi nợ: a person asks to have a revenue noted on the certificate as a debt. */
export class SlipDeferral {
  @OneOf(['land-use-fee', 'registration-fee'] as const)
  readonly revenue: 'land-use-fee' | 'registration-fee';

  @Personal()
  @Text({ max: 30 })
  readonly person: string;

  @Text({ max: 300 })
  readonly basis: string;

  @OneOf(SLIP_PROOFS)
  readonly proof: (typeof SLIP_PROOFS)[number];
}

/** A sum to be deducted (khoản được trừ), with its document. */
export class SlipDeduction {
  @Text({ max: 120 })
  readonly kind: string;

  @DongAmount()
  readonly amountDong: DongText;

  @Text({ max: 120 })
  readonly document: string;
}
