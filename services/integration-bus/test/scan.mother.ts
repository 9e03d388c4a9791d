import { DossierCode, FileRef, Message, messageOf, Part } from '@lienthong/envelope';

/** A message that names a file, which only these specs know. */
@Message({
  owner: 'land-registry',
  name: 'spec-scan',
  version: 1,
  summary: 'A scan for specs of the bus.',
  example: {
    dossierCode: 'H19.91.01-260803-0001',
    scan: {
      ...{ fileId: '019fc562-94c0-7000-8000-00000000000a', name: 'hop-dong.pdf', contentType: 'application/pdf' },
      ...{ size: 1, sha256: 'A'.repeat(43) },
    },
  },
})
export class SpecScanV1 {
  @DossierCode() readonly dossierCode: string;
  @Part(() => FileRef) readonly scan: FileRef;
}

export const specScan = messageOf(SpecScanV1);
