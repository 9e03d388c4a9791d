import type { Agencies } from '../people/agencies';
import { roles } from '../people/people';
import type { Assessment } from '../report/assessment';
import type { BranchOffices } from './branch-offices';
import { Desk } from './desk';
import type { PlayedDossier } from './played-dossier';
import { RunLedger } from './run-ledger';

/** `stray` takes payable items and vouchers that no desk of this run has met. The six people who act in the default run: land leader, two at the tax office, payer, treasury clerk, desk. */
export function manualDesks(
  agencies: Agencies,
  offices: BranchOffices,
  dossiers: readonly PlayedDossier[],
  stray?: PlayedDossier,
): readonly Desk[] {
  const ledger = new RunLedger(dossiers, stray);
  const signing = signingDesk(agencies, offices, ledger);
  const confirming = confirmingDesk(agencies, offices, ledger);
  const issuing = issuingDesk(agencies, offices, ledger, () => signing.handled);
  const debiting = debitingDesk(agencies, ledger);
  const booking = bookingDesk(agencies, offices, ledger);
  const handingOver = handOverDesk(agencies, offices, ledger, () => booking.handled);
  return [signing, confirming, issuing, debiting, booking, handingOver];
}

/** What no policy does for an office: a second officer confirms exemptions and large amounts. */
export function secondEyes(
  agencies: Agencies,
  offices: BranchOffices,
  dossiers: readonly PlayedDossier[],
): readonly Desk[] {
  return [confirmingDesk(agencies, offices, new RunLedger(dossiers))];
}

function signingDesk(agencies: Agencies, offices: BranchOffices, ledger: RunLedger): Desk {
  const person = roles.landLeader(offices.land);
  return new Desk({
    agencies,
    person,
    step: 'sign-slip',
    dossierOf: ledger.ofItem,
    act: ({ etag }, { code }) => agencies.post(person, `/dossiers/${code}/sign-slip`, {}, etag),
    expectsWork: (handled) => ledger.accepted > handled,
  });
}

function confirmingDesk(agencies: Agencies, offices: BranchOffices, ledger: RunLedger): Desk {
  const person = roles.leader('tax', offices.tax);
  return new Desk({
    agencies,
    person,
    step: 'confirm',
    dossierOf: ledger.ofItem,
    act: ({ etag }, { code }) => agencies.post(person, `/assessments/${code}/confirmation`, {}, etag),
    expectsWork: () => false,
  });
}

function issuingDesk(agencies: Agencies, offices: BranchOffices, ledger: RunLedger, signed: () => number): Desk {
  const person = roles.taxOfficer(offices.tax);
  return new Desk({
    agencies,
    person,
    step: 'issue',
    dossierOf: ledger.ofItem,
    act: async ({ etag }, dossier) => {
      let refusal: unknown;
      const issued = agencies.post(person, `/assessments/${dossier.code}/issue`, {}, etag);
      await issued.catch((error: unknown) => (refusal = error));
      const { notices } = await agencies.get<Assessment>(person, `/assessments/${dossier.code}`);
      // refused, but issued: the answer to an earlier request was lost
      if (notices.length === 0 && refusal !== undefined) throw refusal as Error;
      for (const { payableItemId } of notices.flatMap(({ rows }) => rows)) {
        ledger.payableItems.set(payableItemId, dossier);
      }
    },
    expectsWork: (handled) => signed() > handled,
  });
}

function debitingDesk(agencies: Agencies, ledger: RunLedger): Desk {
  const person = roles.payer();
  return new Desk({
    agencies,
    person,
    step: 'debit',
    dossierOf: ledger.ofPayableItem,
    act: async ({ key }, dossier) => {
      const { reference } = await agencies.post<{ reference: string }>(person, '/payments', { payableItemIds: [key] });
      ledger.vouchers.set(reference, dossier);
    },
    expectsWork: (handled) => ledger.payableItems.size > handled,
  });
}

function bookingDesk(agencies: Agencies, offices: BranchOffices, ledger: RunLedger): Desk {
  const person = roles.treasuryClerk(offices.treasury);
  return new Desk({
    agencies,
    person,
    step: 'book',
    dossierOf: ledger.ofVoucher,
    act: ({ key, etag }) => agencies.post(person, '/bookings', { reference: key }, etag),
    expectsWork: (handled) => ledger.vouchers.size > handled,
  });
}

function handOverDesk(agencies: Agencies, offices: BranchOffices, ledger: RunLedger, booked: () => number): Desk {
  const person = roles.deskClerk(offices.intake);
  return new Desk({
    agencies,
    person,
    step: 'hand-over',
    dossierOf: ledger.ofItem,
    act: ({ etag }, { code, file }) =>
      agencies.post(person, `/dossiers/${code}/hand-over`, { receiverName: file.buyers[0]?.name }, etag),
    expectsWork: () => booked() > 0,
  });
}
