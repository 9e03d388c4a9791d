import { instantText } from '@lienthong/kernel';
import { sizeOf, withClient } from '@lienthong/testing';
import type { ResolvedCode } from '../src/members/agency-codes/agency-codes.query';
import { CurrentRegistry } from '../src/members/current-registry';
import { loadRegistryFiles } from '../src/members/load-registry';
import type { RegistryFiles } from '../src/members/registry-files';
import { newMember } from './act-exercises.mother';
import { type CommuneMerger, communeMergers2025 } from './commune-mergers-2025.data';
import { SpecBus } from './bus.mother';
import { specNotice } from './notice.mother';
import { SpecOperatorsDesk } from './operators.mother';

const REFORM = '2025-07-01';
const LAST_DAY = '2025-06-30';
const SPLIT = '26449';
const MEMBER = 'communes';

/** An installation of the size of the province: S1 counts 20 departments, 11 districts and 170 communes, two systems besides. */
describe('the registry of the province', () => {
  let bus: SpecBus;
  let desk: SpecOperatorsDesk;
  beforeAll(async () => {
    bus = await SpecBus.start();
    desk = new SpecOperatorsDesk(bus);
  });
  afterAll(() => bus.stop());

  it('knows what became of every commune by the mergers of 1 July 2025: 270 went into 95, one in two parts (O §2.2)', () => {
    const old = communeMergers2025.flatMap(({ from }) => from);
    expect([communeMergers2025.length, new Set(old.map(({ code }) => code)).size, old.length]).toEqual([95, 270, 271]);
    expect(old.filter(({ isPart }) => isPart).map(({ code }) => code)).toEqual([SPLIT, SPLIT]);
  });

  it('ends the offices of merged communes with their codes and leads from an old code to the one of today (O §2.1, §2.2)', async () => {
    const mergers = chosen(sizeOf('communeMergers'));
    const old = new Map(mergers.flatMap(({ from }) => from).map((one) => [one.code, one.name]));
    const codeOf = new Map([...old.keys()].map((code, i) => [code, `${String(i + 1).padStart(3, '0')}.01.77.H19`]));
    const offices = [...old].map(([id, name]) => ({
      ...{ id, name, validFrom: '2016-04-01' },
      unitCodes: [{ code: codeOf.get(id), validFrom: '2016-04-01' }],
    }));
    await desk.do('register-member', newMember(MEMBER, { transport: 'pull', offices }));
    for (const { code, name, from } of mergers) {
      const unitCodes = [{ code: `H19.77.${code}`, validFrom: REFORM }];
      const into = { id: code, name, validFrom: REFORM, unitCodes };
      await desk.do('merge-offices', { member: MEMBER, from: from.map((one) => one.code), into });
    }
    const resolve = async (code: string, on: string): Promise<ResolvedCode> =>
      (await desk.get<ResolvedCode>(`/registry/agency-codes/${code}?on=${on}`)).body;
    for (const { code, from } of mergers) {
      for (const one of from) {
        const text = codeOf.get(one.code) ?? '';
        expect(await resolve(text, LAST_DAY)).toMatchObject({ holds: true, found: { office: one.code } });
        const { holds, current } = await resolve(text, REFORM);
        expect(holds).toBe(false);
        expect(current.map(({ office }) => office)).toContain(code);
      }
    }
    expect((await resolve(codeOf.get(SPLIT) ?? '', REFORM)).current).toHaveLength(2);
    const registry = bus.running.app.get(CurrentRegistry);
    await registry.load();
    const [reused] = mergers.filter(({ code }) => old.has(code));
    expect(registry.now.hasOffice(MEMBER, reused?.code ?? '', LAST_DAY)).toBe(true);
    expect(registry.now.hasOffice(MEMBER, reused?.code ?? '', REFORM)).toBe(true);
    const gone = mergers.flatMap(({ from }) => from).find(({ code }) => !mergers.some((one) => one.code === code));
    expect(registry.now.hasOffice(MEMBER, gone?.code ?? '', REFORM)).toBe(false);
  });

  it('of 203 members with their rights is read at once, and answers from memory', async () => {
    const codes = Array.from({ length: 203 }, (_, i) => `unit-${i + 1}`);
    await withClient(bus.database.migratorUrl, (client) =>
      loadRegistryFiles(client, provinceOf(codes), { now: () => new Date() }),
    );
    const registry = bus.running.app.get(CurrentRegistry);
    const begun = performance.now();
    await registry.load();
    expect(performance.now() - begun).toBeLessThan(5_000);
    expect(registry.now.members.size).toBeGreaterThanOrEqual(203);
    const now = new Date();
    const asked = performance.now();
    for (let i = 0; i < 100_000; i += 1) {
      const grant = registry.now.grant('tax', codes[i % 203] ?? '', specNotice.type, now);
      if (!grant) throw new Error(`no grant for ${codes[i % 203]}`);
    }
    expect(performance.now() - asked).toBeLessThan(5_000);
    const { body } = await desk.get<{ items: unknown[] }>(
      `/registry/at?member=unit-170&instant=${encodeURIComponent(instantText(new Date()))}`,
    );
    expect(body.items).toHaveLength(4);
  });
});

/** So many mergers; the two that share a commune are always among them, and one whose commune keeps its code. */
function chosen(count: number): readonly CommuneMerger[] {
  const split = communeMergers2025.filter(({ from }) => from.some(({ code }) => code === SPLIT));
  const others = communeMergers2025.filter((merger) => !split.includes(merger));
  return [...split, ...others.slice(0, count - split.length)];
}

/** Members of pull with an office each; tax may send to all, and all to tax. */
function provinceOf(codes: readonly string[]): RegistryFiles {
  const validFrom = '2016-01-01';
  const right = { type: specNotice.type, purpose: 'specs', legalBasis: 'none', enabled: true, validFrom };
  return {
    members: codes.map((code) => ({ code, name: code, agencyCode: [], transport: 'pull', state: 'active' })),
    offices: codes.map((member) => ({ member, id: 'centre', name: member, unitCodes: [], validFrom })),
    grants: codes.flatMap((code) => [
      { ...right, sender: 'tax', recipient: code },
      { ...right, sender: code, recipient: 'tax' },
    ]),
    ...{ schemas: [], keys: [], operators: [] },
  };
}
