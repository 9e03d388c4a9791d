import { ProcessUses, useOf } from './process-use';

describe('the use of a process', () => {
  it('counts the CPU time of a stretch and what is between stretches not', () => {
    const uses = new ProcessUses(() => [{ name: 'own', pid: process.pid }]);
    burn(300);
    uses.resume();
    burn(200);
    uses.pause();
    burn(300);
    const [own] = uses.uses(10);
    expect(own?.process).toBe('own');
    expect(own?.cpuMsPerMessage).toBeGreaterThan(10);
    expect(own?.cpuMsPerMessage).toBeLessThan(45);
    expect(own?.rssMb).toBeGreaterThan(20);
  });

  it('is not told of a process that is gone', () => {
    expect(useOf(2 ** 22 + 1)).toBeUndefined();
  });
});

function burn(cpuMs: number): void {
  const begun = process.cpuUsage();
  for (let spent = 0; spent < cpuMs * 1_000;) {
    const { user, system } = process.cpuUsage(begun);
    spent = user + system;
  }
}
