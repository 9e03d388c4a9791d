import { ProcessingConcludedV1, TransferSlipReceivedV1, TransferSlipSentV2 } from '@lienthong/contracts';
import { landTransfer } from '@lienthong/procedures';
import {
  byIntake,
  byTax,
  dossierWithDraft,
  dossierWithSlip,
  fulfilled,
  fulfilledDossier,
  issued,
  leader,
  officer,
  receivedDossier,
  sentSlip,
  slipReturn,
  W2,
} from '../../test/land-dossier.mother';
import {
  noticesArrived,
  obligationFulfilled,
  receive,
  requireSlip,
  requireDesk,
  slipReturned,
  taxResults,
  toIntake,
} from './land-dossier.rules';
import { statusOf } from './land-dossier.state';
import { advance } from './land-procedure.rules';

describe('the way of a dossier through the land office', () => {
  it('begins received, under the version of its procedure on the day of acceptance', () => {
    expect(receivedDossier()).toMatchObject({
      status: 'received',
      instance: { procedure: '1.013831', version: 1, steps: { check: { state: 'active' } } },
    });
  });

  it('is refused for a procedure that does not exist on the day (R11)', () => {
    const reception = { office: 'bien-hoa', intakeOffice: 'bien-hoa', receiptNumber: '000001/2026/BN-BIEN-HOA' };
    const early = { ...W2, receivedAt: '2025-06-30T09:00:00+07:00' };
    expect(() => receive({ ...W2, procedure: '1.013833' }, reception, byIntake)).toThrow('PROCEDURE_UNKNOWN');
    expect(() => receive(early, reception, byIntake)).toThrow('land-registry.PROCEDURE_UNKNOWN');
  });

  it('has a name for officers wherever the procedure can stand', () => {
    const [version] = landTransfer.versions;
    const places = [...version!.steps, ...version!.ends].map(({ id }) => id);
    const unseen = ['forward', 'receive', 'debit', 'book'];
    expect(places.filter((id) => !(id in statusOf))).toEqual(unseen);
    expect(Object.keys(statusOf).filter((id) => !places.includes(id))).toEqual([]);
  });

  it('says what it waits for when it refuses', () => {
    expect(() => advance(receivedDossier(), ProcessingConcludedV1, officer)).not.toThrow();
    expect(() => advance(receivedDossier(), TransferSlipSentV2, leader)).toThrow(
      expect.objectContaining({
        code: 'land-registry.STEP_NOT_ALLOWED',
        facts: expect.objectContaining({ status: 'received', allowed: ['check'] }),
      }),
    );
    expect(() => advance(dossierWithSlip(), TransferSlipSentV2, leader)).toThrow('land-registry.STEP_NOT_ALLOWED');
  });

  it('never goes on from a returned slip before it is corrected (M14)', () => {
    const returned = slipReturned(dossierWithSlip(), slipReturn.faults, byTax);
    expect(() => advance(returned, TransferSlipSentV2, leader)).toThrow('land-registry.STEP_NOT_ALLOWED');
  });

  it('appends every step to the history and keeps what was there', () => {
    const { history } = dossierWithSlip();
    expect(history.map(({ status }) => status)).toEqual([
      'received',
      'checked',
      'slip-drafted',
      'slip-sent',
      'slip-received',
    ]);
    expect(history.map(({ by }) => by)).toEqual([
      'intake/bien-hoa',
      'land-officer-bien-hoa',
      'land-officer-bien-hoa',
      'land-leader-bien-hoa',
      'tax/bien-hoa',
    ]);
  });

  it('remembers the message that brought the work, so that a manual step can name its cause', () => {
    const signed = advance(dossierWithDraft(), TransferSlipSentV2, leader);
    expect(toIntake(signed).causationId).toBe(receivedDossier().workMessageId);
    expect(toIntake(advance(signed, TransferSlipReceivedV1, byTax)).causationId).toBe(byTax.messageId);
  });
});

describe('the hand-over of the result', () => {
  it('is heard from the desk that forwarded the dossier only', () => {
    expect(() => requireDesk(receivedDossier(), 'bien-hoa')).not.toThrow();
    expect(() => requireDesk(receivedDossier(), 'long-thanh')).toThrow('land-registry.DESK_UNEXPECTED');
  });
});

describe('answers of the tax office', () => {
  it('are heard about the slip that was sent, from the office it was sent to', () => {
    expect(() => requireSlip(dossierWithSlip(), sentSlip.slipId, 'bien-hoa')).not.toThrow();
    expect(() => requireSlip(dossierWithSlip(), 'another', 'bien-hoa')).toThrow('land-registry.SLIP_UNKNOWN');
    expect(() => requireSlip(dossierWithSlip(), sentSlip.slipId, 'long-thanh')).toThrow(
      'land-registry.TAX_OFFICE_UNEXPECTED',
    );
    expect(() => requireSlip(receivedDossier(), sentSlip.slipId, 'bien-hoa')).toThrow('land-registry.SLIP_UNKNOWN');
  });

  it('that return the slip leave its faults as an officer’s task (F3)', () => {
    const returned = slipReturned(dossierWithSlip(), slipReturn.faults, byTax);
    expect(returned).toMatchObject({ status: 'slip-returned', slipFaults: slipReturn.faults });
  });

  it('that bring two notices, together or one after the other, leave two notices (F29)', () => {
    const [first, second] = issued.notices;
    const together = noticesArrived(dossierWithSlip(), issued.notices, byTax);
    const apart = noticesArrived(noticesArrived(dossierWithSlip(), [first!], byTax), [second!], byTax);
    expect(Object.keys(together.notices)).toEqual([first!.number, second!.number]);
    expect(apart.notices).toEqual(together.notices);
  });

  it('that bring a notice for several dossiers tell the desk of its own rows alone (F21)', () => {
    const [notice] = issued.notices;
    const [row] = notice!.rows;
    const joint = {
      ...notice!,
      rows: [
        { ...row!, dossierCode: 'own' },
        { ...row!, payerName: 'X', dossierCode: 'other' },
      ],
    };
    expect(taxResults([joint], 'own')).toMatchObject([{ payerName: row!.payerName, amountDong: row!.amountDong }]);
    expect(taxResults([joint], 'other')).toMatchObject([{ payerName: 'X' }]);
    expect(taxResults([notice!], 'own')).toHaveLength(1);
  });

  it('that bring a known notice number with other content are refused (F28)', () => {
    const noticed = noticesArrived(dossierWithSlip(), issued.notices, byTax);
    const changed = { ...issued.notices[0]!, dueDate: '2026-12-31' };
    expect(() => noticesArrived(noticed, [changed], byTax)).toThrow('land-registry.NOTICE_CHANGED');
  });

  it('tell the desk each party’s amount apart, as printed (W2)', () => {
    expect(taxResults(issued.notices, issued.dossierCode)).toMatchObject([
      { payer: 'seller', kind: 'personal-income-tax', amountDong: '16000000', dueDate: '2026-09-03' },
      { payer: 'buyer', kind: 'registration-fee', amountDong: '4000000', dueDate: '2026-09-03' },
    ]);
  });
});

describe('the fulfilled obligation', () => {
  it('releases the certificate whatever the amounts look like: the tax office decides', () => {
    const noticed = noticesArrived(dossierWithSlip(), issued.notices, byTax);
    const odd = {
      ...fulfilled,
      items: fulfilled.items.map((item) => ({ ...item, amountDong: issued.notices[0]!.baseDong })),
    };
    expect(obligationFulfilled(noticed, odd, byTax).status).toBe('obligation-fulfilled');
    expect(fulfilledDossier().fulfilledOn).toBe(fulfilled.fulfilledOn);
  });

  it('is refused before the notices it names have arrived (F14)', () => {
    expect(() => obligationFulfilled(dossierWithSlip(), fulfilled, byTax)).toThrow('land-registry.NOTICE_UNKNOWN');
  });

  it('is taken once', () => {
    expect(() => obligationFulfilled(fulfilledDossier(), fulfilled, byTax)).toThrow('land-registry.STEP_NOT_ALLOWED');
  });
});
