import {
  Certificate,
  Contract,
  CONVEYANCE_KINDS,
  type ConveyanceKind,
  Party,
  PriceRow,
  SlipClaim,
  Submitter,
} from '@lienthong/contracts';
import { DateText, DecimalText, Flag, ListOf, OneOf, Optional, Part, Text } from '@lienthong/envelope';
import { ExpectedOutcome } from '../land/expected-outcome';

const MAX_PARTIES = 50;
const MAX_PARCELS = 20;
const MAX_PRICE_ROWS = 20;
const MAX_CLAIMS = 100;

export const PROCEDURE = '1.013831';

/** A parcel in a file; its position in the price table is derived from map sheet and parcel number. */
export class FileParcel {
  @Text({ max: 5, pattern: '^[0-9]{5}$' })
  readonly communeCode: string;

  @Text({ max: 20 })
  readonly mapSheet: string;

  @Text({ max: 20 })
  readonly parcelNumber: string;

  @DecimalText({ scale: 2 })
  readonly areaSquareMetres: string;

  @Text({ max: 3, pattern: '^[A-Z]{3}$' })
  readonly purpose: string;
}

/** The data of one transfer, inheritance or gift of land between individuals, as docs/examples/README.md describes it. */
export class DossierFile {
  /** Absent means transfer; of an inheritance or a gift `sellers` are who leaves or gives the land, `contract` is the deed. */
  @Optional()
  @OneOf(CONVEYANCE_KINDS)
  readonly changeKind?: ConveyanceKind;

  /** Exemptions that the parties claim, person by person (X1–X6). */
  @Optional()
  @ListOf(() => SlipClaim, { max: MAX_CLAIMS })
  readonly claims?: readonly SlipClaim[];

  @ListOf(() => Party, { max: MAX_PARTIES })
  readonly sellers: readonly Party[];

  @ListOf(() => Party, { max: MAX_PARTIES })
  readonly buyers: readonly Party[];

  @ListOf(() => FileParcel, { max: MAX_PARCELS })
  readonly parcels: readonly FileParcel[];

  /** The price table's rows for these parcels, dated. */
  @ListOf(() => PriceRow, { max: MAX_PRICE_ROWS })
  readonly priceRows: readonly PriceRow[];

  @Part(() => Contract)
  readonly contract: Contract;

  @Part(() => Certificate)
  readonly certificate: Certificate;

  /** A new certificate for the buyer instead of a note on the old one. */
  @Optional()
  @Flag()
  readonly newCertificateRequested?: boolean;

  /** Who hands the dossier in; the first buyer when absent. */
  @Optional()
  @Part(() => Submitter)
  readonly submitter?: Submitter;

  /** The business day for which the file is written; that of `--at` when one is given. */
  @Optional()
  @DateText()
  readonly businessDate?: string;

  /** How it must end: then the command compares. */
  @Optional()
  @Part(() => ExpectedOutcome)
  readonly expected?: ExpectedOutcome;
}
