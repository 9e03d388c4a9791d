import { birthRegistration } from './birth-registration/birth-registration.procedure';
import { versionOn } from './catalogue';
import { type Conversation, given, instant } from './conversation.mother';
import { landTransfer } from './land-transfer/land-transfer.procedure';
import { failureText, noteFailure, takeFailure, undelivered, undeliveredStep } from './message-failures';

const birth = versionOn(birthRegistration, '2026-09-07')!;
const at = instant('2026-09-07 10:00');
const type = (owner: string, name: string, version = 1): string => `vn.lienthong.${owner}.${name}.v${version}`;
const residenceAsked = type('civil-status', 'residence-requested');

const registered = (): Conversation =>
  given(birth, '2026-09-07 08:00')
    .reply('birth-declared')
    .act('check')
    .act('allocate-number')
    .reply('birth-registered');

describe('a message of a chain that comes to nothing', () => {
  it('is the task of an officer with its reason; no branch is undone, and the others go on', () => {
    registered()
      .fails('residence-requested', 'no grant', 'residence')
      .expect({
        effects: ['officer-task register-residence: no grant'],
        open: ['register-residence', 'issue-card', 'conclude (waiting)'],
        branches: { residence: 1, 'health-card': 1, registration: 9 },
        parent: 4,
      })
      .reply('health-card-issued')
      .expect({ branches: { residence: 1, 'health-card': 9 } });
  });

  it('belongs to the step that asks by it, also in a version that the procedure does not name', () => {
    const { instance } = registered();
    const failure = { type: type('civil-status', 'residence-requested', 2), branch: 'residence', at, reason: 'parked' };
    expect(noteFailure(birth, instance, failure)).toMatchObject({ step: 'register-residence', isOvertaken: false });
  });

  it('is settled by the answer of a partner that released what it had parked', () => {
    const talk = registered().fails('residence-requested', 'parked', 'residence');
    expect(undelivered(talk.instance)).toEqual([{ step: 'register-residence', reason: 'parked' }]);
    talk.reply('residence-registered').expect({ branches: { residence: 9 } });
    expect(undelivered(talk.instance)).toEqual([]);
  });

  it('is settled by sending it again, once', () => {
    const talk = registered().fails('residence-requested', 'no grant', 'residence');
    expect(undeliveredStep(birth, talk.instance, 'residence')).toEqual({
      ...{ step: 'register-residence', type: residenceAsked },
    });
    expect(undeliveredStep(birth, talk.instance, 'health-card')).toBeUndefined();
    talk.reply('residence-requested', { branch: 'residence' });
    expect(undeliveredStep(birth, talk.instance, 'residence')).toBeUndefined();
    talk.refuses('residence-requested', { branch: 'residence' });
  });

  it('asks for nobody when what it asked for was done meanwhile', () => {
    const { instance } = registered().reply('residence-registered');
    const failure = { type: residenceAsked, branch: 'residence', at, reason: 'parked' };
    expect(noteFailure(birth, instance, failure)).toEqual({ instance, isOvertaken: true });
  });

  it('is taken by the dossier with the words that the officer reads, unless nobody has to look', () => {
    const failed = { type: residenceAsked, recipients: 'residence/tran-bien', outcome: 'parked', reason: 'X.Y', at };
    const { instance } = registered();
    const taken = takeFailure(instance, { ...failed, branch: 'residence' });
    expect(taken?.text).toBe(failureText(failed));
    expect(undelivered(taken?.instance ?? instance)).toEqual([{ step: 'register-residence', reason: taken?.text }]);
    const done = registered().reply('residence-registered').instance;
    expect(takeFailure(done, { ...failed, branch: 'residence' })).toBeUndefined();
  });

  it('changes nothing in the procedure when it belongs to no step, and still is somebody’s work', () => {
    const { instance } = registered();
    const failure = { type: type('civil-status', 'chain-progressed'), at, reason: 'no grant' };
    expect(noteFailure(birth, instance, failure)).toEqual({ instance, isOvertaken: false });
  });

  it('is the same for a slip of the land office that the tax office never got: it is signed and sent again', () => {
    const land = versionOn(landTransfer, '2026-09-07')!;
    const slip = type('land-registry', 'transfer-slip-sent', 2);
    const talk = given(land, '2026-09-07 08:00')
      .reply('dossier-forwarded')
      .reply('dossier-received')
      .reply('progress-changed')
      .act('draft-slip')
      .reply('transfer-slip-sent');
    talk.refuses('transfer-slip-sent');
    const { step } = noteFailure(land, talk.instance, { type: slip, at, reason: 'schema unknown' });
    expect(step).toBe('receive-slip');
    talk
      .fails('transfer-slip-sent', 'schema unknown')
      .reply('transfer-slip-sent')
      .expect({ open: ['receive-slip'] })
      .reply('transfer-slip-received');
  });

  it('is told to the officer with message, recipient, what became of it and why', () => {
    const failed = { type: residenceAsked, recipients: 'residence/tran-bien', outcome: 'parked', reason: 'X.Y' };
    expect(failureText(failed)).toBe(
      'Thông điệp residence-requested gửi residence/tran-bien: bên nhận không xử lý được (X.Y)',
    );
  });
});
