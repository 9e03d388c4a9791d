import { ReturnedSlipToldV1, TransferSlipReceivedV1 } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { at, byLand, byTax, checked, clerk, done, forwardedDossier, play, taxResults } from '../../test/dossier.mother';
import { wanted } from '../../test/land-letters.mother';
import {
  concluded,
  handOver,
  progressed,
  slipReachedTax,
  slipReturned,
  taxResultsArrived,
} from '../dossiers/dossier.rules';
import type { Decided, Dossier } from '../dossiers/dossier.state';
import { papersWanted } from '../supplements/supplement.rules';
import { whereabouts } from './whereabouts.rules';

const whereAfter = (...decisions: readonly ((dossier: Dossier) => Decided)[]) =>
  whereabouts(play(forwardedDossier(), ...decisions).dossier, at);

describe('who has a dossier, as the desk knows it', () => {
  const land = { heldBy: 'land-registry', officeName: 'Chi nhánh Văn phòng đăng ký đất đai Biên Hòa' };

  it('is the land office while it works on it, until the appointment', () => {
    expect(whereAfter((dossier) => progressed(dossier, checked, byLand))).toMatchObject({
      ...land,
      since: '2026-08-03T09:10:00.000+07:00',
      dueAt: '2026-08-10T09:10:00.000+07:00',
      askRole: 'land-officer',
    });
  });

  it('is the tax office from the day on which it has the slip until it has told what is due, and not after it returned it (M11, M54)', () => {
    const { dossierCode, receivedAt } = messageOf(TransferSlipReceivedV1).example;
    const slip = { ...messageOf(TransferSlipReceivedV1).example, dossierCode };
    const there = slipReachedTax(forwardedDossier(), 'bien-hoa', slip);
    expect(whereabouts(there, at)).toMatchObject({
      heldBy: 'tax',
      officeName: 'Thuế cơ sở Biên Hòa',
      since: receivedAt,
      askRole: 'tax-officer',
      landOffice: 'bien-hoa',
    });
    const told = messageOf(ReturnedSlipToldV1).example;
    expect(whereabouts(slipReturned(there, told, byLand).dossier, at)).toMatchObject(land);
    expect(whereabouts(taxResultsArrived(there, taxResults, byTax).dossier, at)).toMatchObject({ heldBy: 'payer' });
    expect(whereabouts({ ...there, fulfilledOn: '2026-08-04' }, at)).toMatchObject(land);
  });

  it('is the citizen while papers are awaited, and the payer while money is', () => {
    expect(whereAfter((dossier) => papersWanted(dossier, wanted, byLand))).toMatchObject({
      heldBy: 'citizen',
      dueAt: wanted.dueOn,
      askOffice: 'Bộ phận một cửa Biên Hòa',
    });
    expect(whereAfter((dossier) => taxResultsArrived(dossier, taxResults, byTax))).toMatchObject({
      heldBy: 'payer',
      dueAt: taxResults.results[0]?.dueDate,
      landOffice: 'bien-hoa',
    });
  });

  it('is the desk when the result is there, and nobody when it was handed over', () => {
    const ready = (dossier: Dossier): Decided => concluded(dossier, done, byLand);
    expect(whereAfter(ready)).toMatchObject({ heldBy: 'intake', askRole: 'desk-clerk' });
    expect(whereAfter(ready, (dossier) => handOver(dossier, undefined, clerk))).toMatchObject({ heldBy: 'nobody' });
  });
});
