import { reportText, type ReportView } from './reconciliation-report';

const report: ReportView = {
  ...{ id: '019bf0f2-69f0-7b21-8c11-5a1f2e3d4c05', day: '2026-08-03', state: 'done' },
  ...{ from: '2026-08-03T00:00:00.000+07:00', to: '2026-08-04T00:00:00.000+07:00' },
  compared: [{ member: 'tax', side: 'sent', messages: 12 }],
  missing: [],
  notCompared: [],
  counts: {},
  differences: { items: [] },
};

describe('a comparison of books and log on a terminal', () => {
  it('says what was compared when nothing differs', () => {
    expect(reportText(report)).toMatch(/1 book with 12 messages compared, 0 differences\.$/);
  });

  it('never looks complete when it is not: names books that did not come, and who keeps none', () => {
    const missing = [{ member: 'intake', side: 'sent' }];
    const lines = reportText({ ...report, missing, notCompared: ['phuong-1', 'phuong-2'] }).split('\n');
    expect(lines.slice(1)).toEqual([
      'No book of what intake sent.',
      'Not compared, keeps no books with the bus: phuong-1, phuong-2.',
    ]);
  });

  it('names each difference with what each side says', () => {
    const one = { kind: 'logged-not-sent', meaning: "not in its sender's book", member: 'tax', sender: 'tax' };
    const items = [{ ...one, id: 'an id', stream: 'dossier:x', facts: { bus: 'accepted', sender: null } }];
    const text = reportText({ ...report, counts: { 'logged-not-sent': 1 }, differences: { items } });
    expect(text).toContain('1 difference.');
    expect(text).toMatch(/not in its sender's book +tax +tax +an id +dossier:x +bus: accepted, sender: nothing/);
  });
});
