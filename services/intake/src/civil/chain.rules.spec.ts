import type { ChainConcludedV1, ChainProgressedV1 } from '@lienthong/contracts';
import {
  birthOf, birthRecord, branches, byRegistrar, clerk, conclusion, deathOf, deathRecord, declaredDossier, progress, revocation,
} from '../../test/civil.mother'; // prettier-ignore
import { play } from '../../test/dossier.mother';
import { handOver } from '../dossiers/dossier.rules';
import type { Dossier } from '../dossiers/dossier.state';
import * as rules from './chain.rules';

const at = (minute: number): string => `2026-08-03T10:${String(minute).padStart(2, '0')}:00+07:00`;
const seen = (change: Partial<ChainProgressedV1>) => (dossier: Dossier) =>
  rules.chainProgressed(dossier, { ...progress, ...change }, byRegistrar);
const ended = (change: Partial<ChainConcludedV1>) => (dossier: Dossier) =>
  rules.chainConcluded(dossier, { ...conclusion, ...change }, byRegistrar);
const brought = (branch: string) => (dossier: Dossier) => rules.papersBrought(dossier, branch, clerk);
const waiting = branches(5, 4, { reason: 'Thiếu ý kiến của chủ hộ' });

describe('a dossier that follows its chain', () => {
  it('keeps the whole picture: parent state and every sub-dossier (O §3.7)', () => {
    const { dossier, changes } = play(declaredDossier(), seen({ at: at(0), subDossiers: branches(4, 9) }));
    expect(dossier.chain?.subDossiers.map(({ branch, state }) => `${branch} ${state}`)).toEqual([
      'registration 9',
      'residence 4',
      'health-card 9',
    ]);
    expect(changes.map(({ reason }) => reason)).toEqual([
      'Đăng ký hộ tịch: Đã xử lý xong',
      'Cư trú: Đang xử lý',
      'Thẻ bảo hiểm y tế: Đã xử lý xong',
    ]);
  });

  it('is not pulled back by a picture that comes late', () => {
    const early = seen({ at: at(1), state: 5, subDossiers: waiting });
    const { dossier } = play(declaredDossier(), seen({ at: at(2), subDossiers: branches(9, 9) }));
    expect(early(dossier)).toEqual({ dossier, changes: [] });
  });

  it('says nothing twice: the same picture again adds no line', () => {
    const { dossier } = play(declaredDossier(), seen({ at: at(0), subDossiers: waiting }));
    expect(seen({ at: at(1), subDossiers: waiting })(dossier).changes).toEqual([]);
  });

  it('waits for papers (5) when all that is open waits, says for which, and goes on afterwards (O §4.5 supplement)', () => {
    const { dossier, changes } = play(
      declaredDossier(),
      seen({ at: at(0), state: 5, subDossiers: branches(5, 9, { reason: 'Thiếu ý kiến của chủ hộ' }) }),
      seen({ at: at(1), state: 4, subDossiers: branches(4, 9) }),
    );
    expect(dossier.states).toEqual([2, 4, 5, 4]);
    expect(changes.find(({ kind }) => kind === 'state')?.reason).toBe('Thiếu ý kiến của chủ hộ');
  });

  it('has another appointment once the law gives more time, never an earlier one, and says so (O §4.1)', () => {
    const given = declaredDossier().appointmentAt;
    const later = '2026-08-10T09:10:00+07:00';
    const { dossier, changes } = play(declaredDossier(), seen({ at: at(0), appointmentAt: later }));
    expect(dossier.appointmentAt).toEqual(new Date(later));
    expect(changes.map(({ reason }) => reason)).toContain('Ngày hẹn trả kết quả mới: 10/08/2026 09:10');
    const early = seen({ at: at(1), appointmentAt: '2026-08-05T09:10:00+07:00' })(dossier);
    expect(early.dossier.appointmentAt).toEqual(new Date(later));
    expect(play(declaredDossier(), seen({ at: at(0) })).dossier.appointmentAt).toEqual(given);
  });

  it('takes papers for a branch that waits for them, and for no other', () => {
    const { dossier } = play(declaredDossier(), seen({ subDossiers: waiting }));
    expect(brought('residence')(dossier).changes).toMatchObject([{ reason: 'Đã nộp giấy tờ bổ sung cho residence' }]);
    expect(() => brought('health-card')(dossier)).toThrow('intake.BRANCH_NOT_WAITING');
    expect(() => brought('residence')(declaredDossier())).toThrow('intake.BRANCH_NOT_WAITING');
  });

  it('takes papers once for what was wanted, also while an older picture arrives, and again when more is wanted (O §4.5 supplement)', () => {
    const { dossier } = play(
      declaredDossier(),
      seen({ at: at(0), subDossiers: waiting }),
      brought('residence'),
      seen({ at: at(1), subDossiers: branches(5, 9, { reason: 'Thiếu ý kiến của chủ hộ' }) }),
    );
    expect(() => brought('residence')(dossier)).toThrow('intake.PAPERS_ALREADY_BROUGHT');
    const wantedAgain = [
      [seen({ at: at(2), subDossiers: branches(4, 9) }), seen({ at: at(3), subDossiers: waiting })],
      [seen({ at: at(2), subDossiers: branches(5, 9, { reason: 'Thiếu giấy tờ chỗ ở' }) })],
    ];
    for (const pictures of wantedAgain) {
      expect(brought('residence')(play(dossier, ...pictures).dossier).changes).toHaveLength(1);
    }
  });

  it('tells who is late and keeps the appointment (O §4.5 silent partner)', () => {
    const before = declaredDossier();
    const { dossier, changes } = play(before, seen({ subDossiers: branches(4, 4, { late: true }) }));
    expect(changes.map(({ reason }) => reason)).toContain('Cư trú: quá hạn tại tran-bien');
    expect(dossier.appointmentAt).toEqual(before.appointmentAt);
  });

  it('knows the act once it is registered; another number for it is refused', () => {
    const registered = (number: string) => (dossier: Dossier) => {
      const { birth } = birthRecord;
      return rules.birthRegistered(
        dossier,
        { ...birthRecord, birth: { ...birth, entry: { ...birth.entry, registrationNumber: number } } },
        byRegistrar,
      );
    };
    const { dossier } = play(declaredDossier(), registered('12/2026'));
    expect(dossier.chain?.registered).toMatchObject({
      registrationNumber: '12/2026',
      book: '01/2026',
      page: 12,
      personalIdentificationNumber: '075326000001',
    });
    expect(registered('12/2026')(dossier).changes).toEqual([]);
    expect(() => registered('13/2026')(dossier)).toThrow('intake.REGISTRATION_CHANGED');
  });

  it('ends in 9 with its results, also when partly completed (O §4.5 residence refused)', () => {
    const { dossier } = play(declaredDossier(), ended({ outcome: 'partly-completed', reason: 'CT06' }));
    expect(dossier).toMatchObject({
      state: 9,
      outcome: { kind: 'partly-completed', reason: 'CT06', results: conclusion.results },
    });
    expect(() => play(declaredDossier(), ended({ results: [] }))).toThrow('intake.RESULT_MISSING');
  });

  it('ends from a supplement that was never brought, back through 4', () => {
    const { dossier } = play(
      declaredDossier(),
      seen({ state: 5, subDossiers: branches(5, 9) }),
      ended({ outcome: 'partly-completed' }),
    );
    expect(dossier.states).toEqual([2, 4, 5, 4, 9]);
  });

  it('ends in 8 with a reason when it is stopped, or not accepted after the desk had accepted it (corrections row 9)', () => {
    const reason = 'Trẻ đã có khai sinh theo hồ sơ khác.';
    const firstDossierCode = 'H19.91.02-260803-0001';
    const refused = ended({ outcome: 'not-accepted', results: [], reason, firstDossierCode });
    expect(play(declaredDossier(), refused).dossier).toMatchObject({
      states: [2, 4, 8],
      outcome: { reason, firstDossierCode },
    });
    expect(play(declaredDossier(), ended({ outcome: 'stopped', results: [], reason })).dossier.state).toBe(8);
    expect(() => play(declaredDossier(), ended({ outcome: 'stopped', results: [] }))).toThrow('intake.REASON_MISSING');
  });

  it('hears only the civil-status office that has it', () => {
    const dossier = declaredDossier();
    expect(() => rules.requireChainOffice(dossier, 'tran-bien', byRegistrar)).not.toThrow();
    expect(() => rules.requireChainOffice(dossier, 'long-thanh', byRegistrar)).toThrow(
      'intake.CIVIL_OFFICE_UNEXPECTED',
    );
  });

  it('takes back the results that wait at the desk when the registration of a death is revoked (O §4.6 DeathRevoked)', () => {
    const ready = play(
      declaredDossier({ kind: 'death', content: deathOf() }),
      (d) => rules.deathRegistered(d, deathRecord, byRegistrar),
      (d) => rules.chainConcluded(d, conclusion, byRegistrar),
    ).dossier;
    expect(ready.state).toBe(9);
    const { dossier, changes } = rules.deathRevoked(ready, revocation, byRegistrar);
    expect(dossier).toMatchObject({ state: 8, states: [2, 4, 9, 4, 8], outcome: { kind: 'stopped', results: [] } });
    expect(changes.at(-1)?.reason).toContain('09/QĐ-UBND');
    expect(() => handOver(dossier, undefined, byRegistrar)).toThrow('intake.STEP_NOT_ALLOWED');
  });

  it('keeps what happened when the registration of a death is revoked, and the person may be declared again (O §4.6 DeathRevoked)', () => {
    const death = declaredDossier({ kind: 'death', content: deathOf() });
    const { dossier, changes } = play(
      death,
      (d) => rules.deathRegistered(d, deathRecord, byRegistrar),
      (d) => rules.deathRevoked(d, revocation, byRegistrar),
    );
    expect(dossier.chain?.registered).toMatchObject({
      registrationNumber: '3/2026',
      revoked: { decisionNumber: '09/QĐ-UBND' },
    });
    expect(changes).toHaveLength(2);
    expect(rules.canBeDeclaredAgain(dossier)).toBe(true);
    expect(() => rules.deathRevoked(death, revocation, byRegistrar)).toThrow('intake.NOT_REGISTERED');
  });
});

describe('a follow-up', () => {
  const rejected = play(
    declaredDossier(),
    seen({ subDossiers: branches(3, 9, { reason: 'CT06' }) }),
    ended({ outcome: 'partly-completed', reason: 'CT06' }),
  ).dossier;
  const { child } = birthOf();
  const faults = (linked: Dossier | undefined, change = {}) =>
    rules.followUpFaults(birthOf(change), linked).map(({ rule }) => rule);

  it('belongs to an ended chain of the same child whose residence was refused (O §4.5)', () => {
    expect(faults(rejected)).toEqual([]);
  });

  it('may be asked for again when it has ended without the residence too, and belongs to the dossier with the registration', () => {
    const first = rejected.code;
    const again = { ...rejected, code: 'H19.91.01-260805-0001', content: birthOf({ linkedDossierCode: first }) };
    expect([again, rejected].map(rules.followedBy)).toEqual([first, first]);
    expect(rules.canBeDeclaredAgain(again)).toBe(true);
    expect(rules.canBeDeclaredAgain(rejected)).toBe(false);
    const registered = play(again, seen({ at: at(30), subDossiers: branches(9, 9) })).dossier;
    expect(rules.canBeDeclaredAgain(registered)).toBe(false);
    expect(rules.canBeDeclaredAgain({ ...again, state: 4 })).toBe(false);
  });

  it.each([
    ['is unknown', undefined, {}],
    ['is still open', declaredDossier(), {}],
    ['has its residence', play(declaredDossier(), seen({ subDossiers: branches(9, 9) }), ended({})).dossier, {}],
    ['is of another child', rejected, { child: { ...child, birthOrder: 2 } }],
  ])('is refused when the earlier dossier %s', (_what, linked, change) => {
    expect(faults(linked, change)).toEqual(['follow-up']);
  });
});
