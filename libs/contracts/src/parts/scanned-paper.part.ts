import { FileRef, OneOf, Part } from '@lienthong/envelope';

/** Papers of a land dossier of which the land office holds a scan. */
export const SCANNED_PAPERS = ['contract', 'certificate'] as const;

/** A scan that an agency holds: which paper, and where its file lies. */
export class ScannedPaper {
  /** Hợp đồng chuyển nhượng, giấy chứng nhận. */
  @OneOf(SCANNED_PAPERS)
  readonly paper: (typeof SCANNED_PAPERS)[number];

  @Part(() => FileRef)
  readonly file: FileRef;
}
