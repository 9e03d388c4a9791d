import { Injectable } from '@nestjs/common';
import { NumberBooks } from '../numbers/number-books';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { type Act, advance } from '../dossiers/land-procedure.rules';

/** Prepares what the leader will sign: a note on the certificate brought in, or a new certificate from the stock of blanks. */
@Injectable()
export class PrepareCertificate {
  constructor(private readonly books: NumberBooks) {}

  async run(dossier: LandDossier, act: Act): Promise<LandDossier> {
    const { newCertificateRequested, certificate } = dossier.content;
    const draftedCertificate = newCertificateRequested
      ? { form: 'new' as const, serial: await this.books.nextSerial() }
      : { form: 'noted' as const, serial: certificate.serial };
    return advance(dossier, 'prepare-certificate', act, { draftedCertificate });
  }
}
