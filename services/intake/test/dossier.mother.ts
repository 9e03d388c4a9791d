import {
  DossierForwardedV1,
  DossierReceivedV1,
  ObligationFulfilledV1,
  ProcessingConcludedV1,
  ProgressChangedV1,
  TaxResultsAvailableV1,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { accept, forward } from '../src/dossiers/dossier.rules';
import type { Decided, Dossier, LandTransfer } from '../src/dossiers/dossier.state';

/** The dossier of worked example W2, filed on Monday 3 August 2026. */
export const W2 = messageOf(DossierForwardedV1).example;
export const W2_DAY = '2026-08-03';
export const W2_CODE = W2.dossierCode;

export const received = messageOf(DossierReceivedV1).example;
export const checked = messageOf(ProgressChangedV1).example;
export const taxResults = messageOf(TaxResultsAvailableV1).example;
export const fulfilled = messageOf(ObligationFulfilledV1).example;
export const done = messageOf(ProcessingConcludedV1).example;
export const rejected: ProcessingConcludedV1 = {
  dossierCode: W2_CODE,
  outcome: 'rejected',
  concludedAt: done.concludedAt,
  reason: 'Thửa đất đang được giải quyết trong hồ sơ khác.',
  documentNumber: '00001/2026/TB-BIEN-HOA',
};

export const at = new Date('2026-08-03T09:10:00+07:00');
export const clerk = { at, by: 'desk-clerk-bien-hoa' };
export const byLand = { at, by: 'land-registry/bien-hoa', messageId: '019fc562-94c0-7000-8000-000000000009' };
export const byTax = { at, by: 'tax/bien-hoa', messageId: '019fc562-94c0-7000-8000-00000000000a' };

export function contentOf(change: Partial<LandTransfer> = {}): LandTransfer {
  const { sellers, buyers, parcels, contract, certificate, newCertificateRequested, submitter } = W2;
  return { sellers, buyers, parcels, contract, certificate, newCertificateRequested, submitter, ...change };
}

export function acceptedDossier(): Dossier {
  return accept(
    {
      code: W2_CODE,
      office: 'bien-hoa',
      kind: 'land',
      channel: 'desk',
      procedure: W2.procedure,
      ruleVersion: '1.013831/v1',
      content: contentOf(),
      acceptedAt: at,
      appointmentAt: new Date('2026-08-10T09:10:00+07:00'),
    },
    clerk,
  ).dossier;
}

export function forwardedDossier(): Dossier {
  return forward(acceptedDossier(), 'bien-hoa', clerk).dossier;
}

/** Plays decisions one after the other and keeps all history lines. */
export function play(dossier: Dossier, ...decisions: readonly ((dossier: Dossier) => Decided)[]): Decided {
  return decisions.reduce<Decided>(
    (before, decide) => {
      const after = decide(before.dossier);
      return { dossier: after.dossier, changes: [...before.changes, ...after.changes] };
    },
    { dossier, changes: [] },
  );
}
