import { Injectable } from '@nestjs/common';
import { NumberBooks } from '@lienthong/service-host';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { type Act, advance } from '../dossiers/land-procedure.rules';
import { certificateSerial, SERIAL_SERIES } from './certificate.rules';

/** Prepares what the leader will sign: a note on the certificate brought in, or a new certificate from the stock of blanks. */
@Injectable()
export class PrepareCertificate {
  constructor(private readonly books: NumberBooks) {}

  async run(dossier: LandDossier, act: Act): Promise<LandDossier> {
    const { newCertificateRequested, certificate } = dossier.content;
    const draftedCertificate = newCertificateRequested
      ? { form: 'new' as const, serial: certificateSerial(await this.books.draw(SERIAL_SERIES)) }
      : { form: 'noted' as const, serial: certificate.serial };
    return advance(dossier, 'prepare-certificate', act, { draftedCertificate });
  }
}
