import { parcelOfW2, W2 } from '../../test/land-dossier.mother';
import { releaseOf, requestNumber } from '../../test/land-request.mother';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { filedTogetherFaults, takesOff } from './filed-together.rules';

const release = releaseOf('TC 7');
const { request } = requestNumber(1, 1, { changeKind: 'mortgage-release', ...(release && { release }) });
const own = { ...request, parcels: [parcelOfW2()] };
const other = (change: Partial<LandDossier> = {}) => ({ request: own, status: 'received' as const, ...change });

describe('a deregistration filed together with a conveyance (R5)', () => {
  it.each(['received', 'certificate-drafted', 'concluded', 'handed-over'] as const)(
    'counts while it is %s',
    (status) => {
      expect(takesOff(other({ status }))).toEqual(['TC 7']);
      expect(filedTogetherFaults(W2.parcels, other({ status }))).toEqual([]);
    },
  );

  it.each(['rejected', 'withdrawn', 'refiled'] as const)('does not count when it was %s', (status) => {
    expect(takesOff(other({ status }))).toEqual([]);
    expect(filedTogetherFaults(W2.parcels, other({ status }))).toMatchObject([{ rule: 'R5' }]);
  });

  it('has to be known, a deregistration, and of one of its parcels', () => {
    const fault = [expect.objectContaining({ path: 'conveyance.filedWith', rule: 'R5' })];
    expect(takesOff(undefined)).toEqual([]);
    expect(filedTogetherFaults(W2.parcels, undefined)).toEqual(fault);
    expect(filedTogetherFaults(W2.parcels, other({ request: { ...own, changeKind: 'deferral-removal' } }))).toEqual(
      fault,
    );
    const elsewhere = { ...own, parcels: [parcelOfW2({ parcelNumber: '999' })] };
    expect(filedTogetherFaults(W2.parcels, other({ request: elsewhere }))).toEqual(fault);
  });
});
