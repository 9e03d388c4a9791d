import { supplementUntil } from '@lienthong/contracts';
import { byRegistrar, officer, papers, reception, requested } from '../../test/health-insurance.mother';
import { cardRequests, receive } from './card-request.rules';
import type { CardRequest } from './card-request.state';
import { tk1 } from './tk1.rules';

const { accepted, corrected, papersBrought, receivedAgain, refused, stopped, supplementWanted } = cardRequests;
const issued = (known: CardRequest, cardNumber: string): CardRequest =>
  cardRequests.granted(known, officer, { cardNumber });
const request = receive(requested, reception, byRegistrar);
const notice = { documentNumber: '1', until: '2026-08-12', items: ['x'], reason: 'y' };
const waiting = supplementWanted(request, notice, officer);

describe('a request for a health insurance card', () => {
  it('is kept as TK1-TS (O §4.3 health card)', () => {
    expect(tk1(request)).toMatchObject({
      personalIdentificationNumber: '075326000001',
      guardian: 'Lê Thị Thử',
      firstCareHospital: 'Trạm y tế phường Trấn Biên',
    });
  });

  it('leads to one card: what has ended takes no further step', () => {
    const done = issued(request, '7526000001');
    expect(() => issued(done, '7526000002')).toThrow('health-insurance.STEP_NOT_ALLOWED');
    expect(() => refused(done, { documentNumber: '1', reason: 'x' }, officer)).toThrow('STEP_NOT_ALLOWED');
    expect(stopped(done, byRegistrar)).toBe(done);
    expect(corrected(done, { birth: requested.birth })).toBe(done);
  });

  it('is accepted once', () => {
    const received = accepted(request, 'TN-1', officer);
    expect(() => accepted(received, 'TN-2', officer)).toThrow('health-insurance.STEP_NOT_ALLOWED');
  });

  it('waits seven working days for papers and goes on when they are there (O §4.5 needs supplement)', () => {
    expect(supplementUntil('2026-08-03')).toBe('2026-08-12');
    expect(() => issued(waiting, '7526000001')).toThrow('health-insurance.STEP_NOT_ALLOWED');
    expect(papersBrought(waiting, papers.papers, 'papers', byRegistrar)).toMatchObject({
      state: 'received',
      workMessageId: 'papers',
    });
    expect(papersBrought(request, papers.papers, 'papers', byRegistrar).workMessageId).toBe(reception.messageId);
  });

  it('is not changed by a second push, unless papers are waited for (O §4.4 second push)', () => {
    expect(receivedAgain(request, {}, byRegistrar)).toBe(request);
    expect(receivedAgain(waiting, {}, byRegistrar).state).toBe('received');
  });

  it('ends when its branch is stopped (O §4.5 child dies)', () => {
    expect(stopped(waiting, byRegistrar)).toMatchObject({ state: 'stopped' });
    expect(stopped(waiting, byRegistrar).supplementUntil).toBeUndefined();
  });
});
