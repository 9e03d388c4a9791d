import { deskOf, whereTable } from './commands/where.command';

const code = 'H19.91.01-260803-0001';

describe('where a dossier is', () => {
  it('is asked of the desk whose unit code it bears', () => {
    expect(deskOf(code)).toBe('bien-hoa');
    expect(deskOf('H19.91.02-260803-0001')).toBe('long-thanh');
    expect(deskOf('X99.1-260803-0001')).toBeUndefined();
    expect(deskOf('nothing')).toBeUndefined();
  });

  it('is a line for each agency that knows it: who has it, since when, until when, whom to ask', () => {
    const text = whereTable(code, [
      {
        saidBy: 'land-registry',
        heldBy: 'tax',
        officeName: 'Thuế cơ sở Biên Hòa',
        doing: 'Tính và ban hành thông báo nộp tiền',
        since: '2026-08-03T10:00:00.000+07:00',
        dueAt: '2026-08-06T17:00:00.000+07:00',
        askRole: 'tax-officer',
        askOffice: 'Thuế cơ sở Biên Hòa',
      },
      { saidBy: 'tax', heldBy: 'payer', doing: 'Chờ nộp tiền', since: '2026-08-03', askRole: 'x', askOffice: 'y' },
    ]);
    const lines = text.split('\n').map((line) => line.split(/ {2,}/));
    expect(lines[0]).toEqual([`Dossier ${code}`]);
    expect(text).toContain('Thuế cơ sở Biên Hòa');
    expect(text).toMatch(/2026-08-03 10:00\s+2026-08-06 17:00\s+tax-officer, Thuế cơ sở Biên Hòa/);
    expect(text).toMatch(/tax\s+payer\s+Chờ nộp tiền\s+2026-08-03\s+-\s+x, y/);
  });
});
