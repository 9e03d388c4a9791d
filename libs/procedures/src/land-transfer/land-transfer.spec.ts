import { versionOf, versionOn } from '../catalogue';
import { type Conversation, given } from '../conversation.mother';
import { landTransfer } from './land-transfer.procedure';

const version = versionOn(landTransfer, '2026-08-03');
const START = '2026-08-03 09:10';

const checked = (): Conversation =>
  given(version, START).reply('dossier-forwarded').reply('dossier-received').reply('progress-changed');
const atTax = (): Conversation => checked().act('draft-slip').reply('transfer-slip-sent');
const noticed = (): Conversation =>
  atTax().reply('transfer-slip-received').reply('payment-notices-issued').reply('tax-results-available');

describe('the land transfer, as the land office sees it', () => {
  it('goes from the desk to the certificate and back, without hearing of bank and treasury', () => {
    const talk = given(version, START)
      .expect({ open: ['forward'], effects: [] })
      .reply('dossier-forwarded')
      .expect({ open: ['receive'] })
      .reply('dossier-received')
      .expect({ open: ['check'] })
      .reply('progress-changed')
      .expect({ open: ['draft-slip'] })
      .act('draft-slip')
      .expect({ open: ['sign-slip'] })
      .reply('transfer-slip-sent')
      .expect({ open: ['receive-slip'], effects: [] })
      .reply('transfer-slip-received')
      .expect({ open: ['issue'] })
      .reply('payment-notices-issued')
      .expect({ open: ['announce', 'fulfil (waiting)'] })
      .reply('tax-results-available')
      .expect({ open: ['fulfil'] })
      .refuses('credit-advice')
      .refuses('revenue-booked')
      .reply('obligation-fulfilled')
      .expect({ open: ['prepare-certificate'] })
      .act('prepare-certificate')
      .expect({ open: ['sign-certificate'] })
      .reply('processing-concluded')
      .expect({ open: ['hand-over'] })
      .reply('result-handed-over')
      .expect({ end: 'returned', parent: 10 });
    expect(versionOf(talk.instance)).toBe(version);
    expect(() => versionOf({ ...talk.instance, version: 99 })).toThrow('procedures.VERSION_UNKNOWN');
  });

  it('takes a second notice beside the first until the obligation is fulfilled (F29)', () => {
    noticed()
      .reply('payment-notices-issued')
      .reply('tax-results-available')
      .expect({ open: ['fulfil'] })
      .reply('obligation-fulfilled')
      .refuses('payment-notices-issued')
      .refuses('tax-results-available');
  });

  it('hears of the fulfilment once, and not before the notices (F14)', () => {
    atTax().reply('transfer-slip-received').refuses('obligation-fulfilled');
    noticed().reply('obligation-fulfilled').refuses('obligation-fulfilled');
  });

  it('has a slip corrected that the tax office returns, before or after its receipt (F3)', () => {
    atTax()
      .reply('transfer-slip-returned')
      .expect({ open: ['correct-slip'] })
      .refuses('transfer-slip-sent');
    atTax()
      .reply('transfer-slip-received')
      .reply('transfer-slip-returned')
      .expect({ open: ['correct-slip'] })
      .act('correct-slip')
      .reply('transfer-slip-sent')
      .expect({ open: ['receive-slip'] });
  });

  it('has an accepted slip completed that the tax office finds not true, and all of the tax office’s time runs again (F4)', () => {
    atTax()
      .refuses('slip-completion-requested')
      .reply('transfer-slip-received')
      .reply('slip-completion-requested')
      .expect({ open: ['correct-slip'] })
      .act('correct-slip')
      .reply('transfer-slip-sent')
      .reply('transfer-slip-received')
      .expect({ open: ['issue'] });
    noticed().refuses('slip-completion-requested');
  });

  it('lets the land office replace or withdraw its slip of its own accord, before the notices and after (F5, M15)', () => {
    for (const talk of [atTax(), atTax().reply('transfer-slip-received'), noticed()]) {
      talk
        .back('correct-slip', 'the price on the slip is wrong')
        .expect({ open: ['correct-slip'] })
        .act('correct-slip')
        .reply('transfer-slip-sent')
        .expect({ open: ['receive-slip'] });
    }
    checked().refusesBack('correct-slip');
    atTax().refusesBack('sign-slip');
    noticed().reply('obligation-fulfilled').refusesBack('correct-slip');
  });

  it('takes notices of a slip that it is replacing without standing still (F5)', () => {
    atTax()
      .reply('transfer-slip-received')
      .back('correct-slip', 'wrong price')
      .reply('payment-notices-issued')
      .expect({ open: ['correct-slip'] });
  });

  it('waits for papers that were wanted, once, and goes on where it stood when they come (F1)', () => {
    given(version, START)
      .reply('dossier-forwarded')
      .reply('dossier-received')
      .reply('papers-wanted')
      .expect({ open: ['check (paused)'], parent: 5 })
      .refuses('papers-wanted')
      .reply('wanted-papers-supplied')
      .expect({ open: ['check'], parent: 4 })
      .reply('progress-changed')
      .expect({ open: ['draft-slip'] });
    atTax().refuses('papers-wanted');
  });

  it('ends when it was filed under a wrong code, and only while it is checked (F2)', () => {
    given(version, START)
      .reply('dossier-forwarded')
      .reply('dossier-received')
      .reply('refiling-wanted')
      .expect({ end: 'refiled', parent: 8 });
    atTax().refuses('refiling-wanted');
  });

  it('needs no payment where nothing is due: the certificate is prepared at once (F19, F20)', () => {
    atTax()
      .reply('transfer-slip-received')
      .reply('nothing-due')
      .expect({ open: ['prepare-certificate'] })
      .refuses('obligation-fulfilled');
    noticed().refuses('nothing-due');
  });

  it('is opened again when its result papers are wrong, and ends with the corrected ones (M53)', () => {
    noticed()
      .reply('obligation-fulfilled')
      .act('prepare-certificate')
      .reply('processing-concluded')
      .reply('result-questioned')
      .expect({ open: ['correct-result'] })
      .refusesStop()
      .reply('processing-concluded')
      .expect({ open: ['hand-over'] })
      .reply('result-handed-over')
      .expect({ end: 'returned', parent: 10 });
  });

  it('may be rejected in writing until the slip is signed, never after', () => {
    given(version, START)
      .reply('dossier-forwarded')
      .reply('dossier-received')
      .reply('processing-concluded')
      .expect({ end: 'stopped', parent: 8 });
    atTax().refuses('processing-concluded');
  });

  it('cannot be stopped once the certificate is signed (pivot)', () => {
    noticed().reply('obligation-fulfilled').act('prepare-certificate').reply('processing-concluded').refusesStop();
  });
});
