import type { DongText } from '@lienthong/kernel';
import { DateText, DongAmount, Flag, Optional, Text } from '@lienthong/envelope';
import { Certificate } from './certificate.part';
import { Contract } from './contract.part';

/** The contract with its prices apart; where parts are stated they add up to the total (corrections, reading k). */
export class SlipContract extends Contract {
  @Optional()
  @DateText()
  readonly notarizedOn?: string;

  @Optional()
  @Text({ max: 200 })
  readonly notary?: string;

  /** Giá đất. */
  @Optional()
  @DongAmount()
  readonly landDong?: DongText;

  /** Giá nhà. */
  @Optional()
  @DongAmount()
  readonly buildingDong?: DongText;

  /** The contract passes a house on as well: then its data stand on the slip (R8). */
  @Optional()
  @Flag()
  readonly includesBuilding?: boolean;
}

/** The certificate with who issued it, its bar code and what is still deferred on it (ghi nợ). */
export class SlipCertificate extends Certificate {
  @Optional()
  @Text({ max: 200 })
  readonly issuedBy?: string;

  /** Mã vạch, mã QR. */
  @Optional()
  @Text({ max: 60 })
  readonly barCode?: string;

  @Optional()
  @DongAmount()
  readonly openDeferredDong?: DongText;
}
