import { supplementUntil } from '@lienthong/contracts';
import { byRegistrar, officer, papers, reception, requested } from '../../test/residence.mother';
import { ct01 } from './ct01.rules';
import { missingItems, receive, registrations } from './registration.rules';
import type { Registration } from './registration.state';

const { accepted, corrected, papersBrought, receivedAgain, refused, stopped, supplementWanted } = registrations;
const registered = (known: Registration, noticeNumber: string): Registration =>
  registrations.granted(known, officer, { noticeNumber });
const request = receive(requested, reception, byRegistrar);
const ct05 = { documentNumber: '00001/2026/CT05-TRAN-BIEN', until: '2026-08-12', items: ['x'], reason: 'y' };
const waiting = supplementWanted(request, ct05, officer);
const ct06 = { documentNumber: '00001/2026/CT06-TRAN-BIEN', reason: 'Không đủ điều kiện.' };

describe('a request for permanent residence', () => {
  it('is kept with the numbered items of CT01 (O §4.3 CT01)', () => {
    expect(ct01(request)).toMatchObject({
      '1 fullName': 'Nguyễn Lê An',
      '4 personalNumber': '075326000001',
      '7 headOfHousehold': 'Nguyễn Văn Mẫu',
    });
  });

  it('is registered once: what has ended takes no further step', () => {
    const done = registered(request, '00001/2026/TB-CA-TRAN-BIEN');
    expect(done).toMatchObject({ state: 'registered', noticeNumber: '00001/2026/TB-CA-TRAN-BIEN' });
    expect(() => registered(done, 'again')).toThrow('residence.STEP_NOT_ALLOWED');
    expect(() => refused(done, ct06, officer)).toThrow('residence.STEP_NOT_ALLOWED');
    expect(stopped(done, byRegistrar)).toBe(done);
  });

  it('gets its receipt CT04 once, before it is decided', () => {
    const received = accepted(request, 'CT04-1', officer);
    expect(received.receiptNumber).toBe('CT04-1');
    expect(() => accepted(received, 'CT04-2', officer)).toThrow('residence.STEP_NOT_ALLOWED');
    expect(() => accepted(refused(request, ct06, officer), 'CT04-2', officer)).toThrow('residence.STEP_NOT_ALLOWED');
  });
});

describe('a supplement (CT05)', () => {
  it('may be brought within seven working days, counted without the first (O §4.5 residence needs supplement)', () => {
    expect(supplementUntil('2026-08-03')).toBe('2026-08-12');
    expect(supplementUntil('2019-08-12')).toBe('2019-08-21');
  });

  it('pauses the request until the papers are there, then it goes on under the message that brought them', () => {
    expect(waiting).toMatchObject({ state: 'supplement-wanted', supplementUntil: '2026-08-12' });
    const resumed = papersBrought(waiting, papers.papers, 'papers-message', byRegistrar);
    expect(resumed).toMatchObject({ state: 'received', papers: papers.papers, workMessageId: 'papers-message' });
    expect(resumed.supplementUntil).toBeUndefined();
  });

  it('is answered by a second push of the request too, which else changes nothing (O §4.4 second push)', () => {
    expect(receivedAgain(request, { request: requested.request, workMessageId: 'second-push' }, byRegistrar)).toBe(
      request,
    );
    const moved = { ...requested.request, address: 'Số 9' };
    const taken = receivedAgain(waiting, { request: moved, workMessageId: 'second-push' }, byRegistrar);
    expect(taken).toMatchObject({ state: 'received', request: { address: 'Số 9' }, workMessageId: 'second-push' });
  });

  it('is needed where the child goes elsewhere than parents or guardian (O §4.5 different communes, NĐ 154/2024 Đ7)', () => {
    expect(missingItems(request)).toEqual([]);
    const elsewhere = { ...request, request: { ...request.request, place: 'elsewhere' as const, opinions: [] } };
    expect(missingItems(elsewhere)).toEqual(['Ý kiến của cha, mẹ', 'Ý kiến của chủ hộ']);
    const opinions = [{ by: 'parent' as const, name: 'A', agreedOn: '2026-08-01' }];
    expect(missingItems({ ...elsewhere, request: { ...elsewhere.request, opinions } })).toEqual(['Ý kiến của chủ hộ']);
  });
});

describe('an open request', () => {
  it('ends when its branch is stopped, whether it waits for papers or for the officer (O §4.5 child dies)', () => {
    expect(stopped(request, byRegistrar).state).toBe('stopped');
    expect(stopped(waiting, byRegistrar)).toMatchObject({ state: 'stopped' });
    expect(stopped(waiting, byRegistrar).supplementUntil).toBeUndefined();
  });

  it('takes the corrected birth, a closed one does not (O §4.5 birth record corrected)', () => {
    const birth = { ...requested.birth, child: { ...requested.birth.child, name: 'Nguyễn Lê Ân' } };
    expect(corrected(request, { birth }).birth.child.name).toBe('Nguyễn Lê Ân');
    const done = registered(request, '1');
    expect(corrected(done, { birth })).toBe(done);
  });
});
