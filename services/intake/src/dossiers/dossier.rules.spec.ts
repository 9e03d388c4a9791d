import { ObligationReopenedV1, type TaxResult } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { dongText } from '@lienthong/kernel';
import {
  acceptedDossier,
  at,
  byLand,
  byTax,
  checked,
  clerk,
  done,
  forwardedDossier,
  fulfilled,
  play,
  received,
  rejected,
  taxResults,
  W2_CODE,
} from '../../test/dossier.mother';
import {
  accept,
  concluded,
  forward,
  handOver,
  landReceived,
  obligationFulfilled,
  obligationReopened,
  progressed,
  requireLandOffice,
  taxResultsArrived,
} from './dossier.rules';
import type { Dossier } from './dossier.state';

const landReceives = (dossier: Dossier) => landReceived(dossier, received, byLand);
const resultsArrive = (dossier: Dossier) => taxResultsArrived(dossier, taxResults, byLand);
const taxConfirms = (dossier: Dossier) => obligationFulfilled(dossier, fulfilled, byTax);
const landConcludes = (dossier: Dossier) => concluded(dossier, done, byLand);
const landRejects = (dossier: Dossier) => concluded(dossier, rejected, byLand);
const landProgresses = (dossier: Dossier) => progressed(dossier, checked, byLand);
const citizenTakes = (dossier: Dossier) => handOver(dossier, 'Trần Văn Thử', clerk);

const finished = (): Dossier => play(forwardedDossier(), resultsArrive, taxConfirms, landConcludes).dossier;

describe('a clean transfer (W2) in the ten national states', () => {
  it('goes 2, 4, 6, 4, 9, 10', () => {
    const { dossier } = play(
      forwardedDossier(),
      landReceives,
      landProgresses,
      resultsArrive,
      taxConfirms,
      landConcludes,
      citizenTakes,
    );
    expect(dossier.states).toEqual([2, 4, 6, 4, 9, 10]);
    expect(dossier.state).toBe(10);
    expect(dossier.outcome?.certificate).toEqual(done.certificate);
    expect(dossier.receiverName).toBe('Trần Văn Thử');
  });

  it('goes the same way when the fulfilment reaches the desk before the tax results', () => {
    const remembered = play(forwardedDossier(), taxConfirms);
    expect(remembered.dossier.states).toEqual([2, 4]);
    const { dossier } = play(remembered.dossier, resultsArrive);
    expect(dossier.states).toEqual([2, 4, 6, 4]);
    expect(dossier.results).toEqual(taxResults.results);
  });

  it('numbers its history without a gap, and each line names who, when, why and under which rules', () => {
    const first = accept(acceptedDossier(), clerk);
    const { changes } = play(
      first.dossier,
      (d) => forward(d, 'bien-hoa', clerk),
      landReceives,
      resultsArrive,
      taxConfirms,
    );
    expect([...first.changes, ...changes].map(({ key }) => key)).toEqual([1, 2, 3, 4, 5].map((n) => `${W2_CODE}|${n}`));
    expect(changes.at(-1)).toMatchObject({
      at,
      by: 'tax/bien-hoa',
      messageId: byTax.messageId,
      ruleVersion: '1.013831/v1',
      state: 4,
    });
  });

  it('changes no dossier in place', () => {
    const before = Object.freeze(forwardedDossier());
    expect(() => resultsArrive(before)).not.toThrow();
    expect(before.states).toEqual([2, 4]);
  });
});

describe('forwarding and handing over', () => {
  it('forwards a dossier once', () => {
    expect(() => forward(forwardedDossier(), 'bien-hoa', clerk)).toThrow('intake.STEP_NOT_ALLOWED');
  });

  it('hands over only what is finished', () => {
    expect(() => citizenTakes(forwardedDossier())).toThrow('intake.STEP_NOT_ALLOWED');
  });

  it('hands a result over once', () => {
    expect(() => play(finished(), citizenTakes, citizenTakes)).toThrow('intake.STEP_NOT_ALLOWED');
  });
});

describe('messages of the land office', () => {
  it.each([
    ['in process', forwardedDossier()],
    ['waiting for payment', play(forwardedDossier(), resultsArrive).dossier],
    ['finished', finished()],
    ['handed over', play(finished(), citizenTakes).dossier],
    ['stopped', play(forwardedDossier(), landRejects).dossier],
  ])('a late progress message is noted and never moves a dossier that is %s (O §1.3)', (_name, dossier) => {
    const after = landProgresses(dossier);
    expect(after.dossier.states).toEqual(dossier.states);
    expect(after.changes).toEqual([expect.objectContaining({ kind: 'progress', state: dossier.state })]);
  });

  it('keeps the first receipt number (M02) and refuses another', () => {
    const known = landReceives(forwardedDossier()).dossier;
    expect(known.receiptNumber).toBe(received.receiptNumber);
    const other = { ...received, receiptNumber: 'BH-260803-0002' };
    expect(() => landReceived(known, other, byLand)).toThrow('intake.RECEIPT_NUMBER_CHANGED');
  });

  it('is heard from the office that has the dossier only', () => {
    expect(() => requireLandOffice(forwardedDossier(), 'long-thanh')).toThrow('intake.LAND_OFFICE_UNEXPECTED');
    expect(() => requireLandOffice(forwardedDossier(), 'bien-hoa')).not.toThrow();
  });

  it('adds results of a further notice and never replaces one (F29)', () => {
    const [income, fee] = taxResults.results;
    const first = taxResultsArrived(forwardedDossier(), { ...taxResults, results: [income!] }, byLand).dossier;
    const second = taxResultsArrived(first, { ...taxResults, results: [fee!] }, byLand).dossier;
    expect(second.results).toEqual([income, fee]);
    expect(second.states).toEqual([2, 4, 6]);
    const changed = { ...taxResults, results: [{ ...income!, amountDong: dongText(1n) }] };
    expect(() => taxResultsArrived(second, changed, byLand)).toThrow('intake.RESULT_CHANGED');
  });

  it('shows what stands only: a replaced notice that comes with the one in its place, or after it, is asked of nobody (M22, F6)', () => {
    const [income, fee] = taxResults.results;
    const amended = { ...income!, noticeNumber: 'N-2', amountDong: dongText(1n), replaces: income!.noticeNumber };
    const arrives = (dossier: Dossier, ...results: readonly TaxResult[]): Dossier =>
      taxResultsArrived(dossier, { ...taxResults, results }, byLand).dossier;
    expect(arrives(forwardedDossier(), income!, fee!, amended).results).toEqual([fee, amended]);
    expect(arrives(arrives(forwardedDossier(), amended, fee!), income!).results).toEqual([amended, fee]);
  });

  it('ends a rejected dossier in 8 with reason and document number, from process and from payment', () => {
    for (const dossier of [forwardedDossier(), play(forwardedDossier(), resultsArrive).dossier]) {
      const { dossier: stopped, changes } = landRejects(dossier);
      expect(stopped.state).toBe(8);
      expect(stopped.outcome).toMatchObject({ reason: rejected.reason, documentNumber: rejected.documentNumber });
      expect(changes.at(-1)?.reason).toBe(rejected.reason);
    }
  });

  it('refuses a rejection without a written notice, and an end without a certificate', () => {
    const { documentNumber: _number, ...oral } = rejected;
    expect(() => concluded(forwardedDossier(), oral, byLand)).toThrow('intake.WRITTEN_NOTICE_MISSING');
    const { certificate: _certificate, ...bare } = done;
    expect(() => concluded(forwardedDossier(), bare, byLand)).toThrow('intake.CERTIFICATE_MISSING');
  });

  it('takes a withdrawn dossier through 7 to 8', () => {
    const withdrawn = { ...rejected, outcome: 'withdrawn' as const };
    expect(concluded(forwardedDossier(), withdrawn, byLand).dossier.states).toEqual([2, 4, 7, 8]);
  });

  it('refuses an end while the payment is still waited for', () => {
    const waiting = play(forwardedDossier(), resultsArrive).dossier;
    expect(() => landConcludes(waiting)).toThrow('procedures.TRANSITION_NOT_ALLOWED');
  });
});

describe('the tax office’s word', () => {
  it('is given once', () => {
    expect(() => play(forwardedDossier(), resultsArrive, taxConfirms, taxConfirms)).toThrow('intake.ALREADY_FULFILLED');
  });

  it.each([
    ['finished', finished()],
    ['handed over', play(finished(), citizenTakes).dossier],
  ])('is taken back and given again for a dossier that is %s, which stays so (F16)', (_name, dossier) => {
    const owing = obligationReopened(dossier, messageOf(ObligationReopenedV1).example, byTax);
    expect(owing.dossier).toMatchObject({ states: dossier.states });
    expect(owing.dossier).not.toHaveProperty('fulfilledOn');
    const again = taxConfirms(owing.dossier);
    expect(again.dossier).toMatchObject({ states: dossier.states, fulfilledOn: dossier.fulfilledOn });
    expect(() => taxConfirms(again.dossier)).toThrow('intake');
  });

  it('is refused for a dossier that was never forwarded', () => {
    expect(() => taxConfirms(acceptedDossier())).toThrow('intake.STEP_NOT_ALLOWED');
  });
});

describe('terminal states', () => {
  const stopped = play(forwardedDossier(), landRejects).dossier;
  const returned = play(finished(), citizenTakes).dossier;

  it.each([
    ['receipt numbers', landReceives, 'intake.STEP_NOT_ALLOWED'],
    ['tax results', resultsArrive, 'procedures.TRANSITION_NOT_ALLOWED'],
    ['fulfilments', taxConfirms, 'intake.STEP_NOT_ALLOWED'],
    ['ends', landConcludes, 'intake.STEP_NOT_ALLOWED'],
    ['rejections', landRejects, 'intake.STEP_NOT_ALLOWED'],
    ['hand-overs', citizenTakes, 'intake.STEP_NOT_ALLOWED'],
  ])('refuse %s', (_what, decide, code) => {
    expect(() => decide(stopped)).toThrow(code);
    expect(() => decide(returned)).toThrow(code);
  });
});
