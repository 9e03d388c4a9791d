import { at, byLand, byTax, checked, clerk, done, forwardedDossier, play, taxResults } from '../../test/dossier.mother';
import { wanted } from '../../test/land-letters.mother';
import { concluded, handOver, progressed, taxResultsArrived } from '../dossiers/dossier.rules';
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
