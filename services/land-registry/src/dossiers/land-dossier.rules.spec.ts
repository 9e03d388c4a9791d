import {
  byTax,
  dossierWithSlip,
  fulfilled,
  fulfilledDossier,
  issued,
  leader,
  officer,
  receivedDossier,
  sentSlip,
  slipReturn,
} from '../../test/land-dossier.mother';
import {
  noticesArrived,
  obligationFulfilled,
  requireSlip,
  requireDesk,
  slipReturned,
  step,
  taxResults,
  toIntake,
} from './land-dossier.rules';
import { type LandDossier, type LandDossierStatus, landSteps } from './land-dossier.state';

const statuses = Object.keys(landSteps) as LandDossierStatus[];
const pairs = statuses.flatMap((from) => statuses.map((to) => [from, to] as const));

describe('the status machine of the land office', () => {
  it.each(pairs.filter(([from, to]) => landSteps[from].includes(to)))('goes from %s to %s', (status, wanted) => {
    const dossier: LandDossier = { ...receivedDossier(), status };
    expect(step(dossier, wanted, officer).status).toBe(wanted);
  });

  it.each(pairs.filter(([from, to]) => !landSteps[from].includes(to)))('never goes from %s to %s', (status, wanted) => {
    const dossier: LandDossier = { ...receivedDossier(), status };
    expect(() => step(dossier, wanted, officer)).toThrow('land-registry.STEP_NOT_ALLOWED');
  });

  it('says what would be allowed when it refuses', () => {
    expect(() => step(receivedDossier(), 'concluded', officer)).toThrow(/checked, rejected/);
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
    const signed = step({ ...receivedDossier(), status: 'slip-drafted' }, 'slip-sent', leader);
    expect(toIntake(signed).causationId).toBe(receivedDossier().workMessageId);
    expect(toIntake(step(signed, 'slip-received', byTax)).causationId).toBe(byTax.messageId);
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

  it('that bring a known notice number with other content are refused (F28)', () => {
    const noticed = noticesArrived(dossierWithSlip(), issued.notices, byTax);
    const changed = { ...issued.notices[0]!, dueDate: '2026-12-31' };
    expect(() => noticesArrived(noticed, [changed], byTax)).toThrow('land-registry.NOTICE_CHANGED');
  });

  it('tell the desk each party’s amount apart, as printed (W2)', () => {
    expect(taxResults(issued.notices)).toMatchObject([
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
