import type { BirthCorrectedV1 } from '@lienthong/contracts';
import { Agencies } from './answers.mother';
import { birthNumber, CivilStage } from './civil-status.mother';

describe('the register of births', () => {
  let civil: CivilStage;
  let agencies: Agencies;
  beforeAll(async () => {
    civil = await CivilStage.open();
    agencies = new Agencies(civil);
  });
  afterAll(() => civil.close());

  it('corrects a draft before it is signed, and keeps what was declared (O §4.2)', async () => {
    const body = birthNumber(3);
    await civil.declareBirth(body);
    await civil.waitFor(body.dossierCode, 'drafted');
    const path = `/chains/${body.dossierCode}`;
    const child = { ...body.declaration.child, name: 'Nguyễn Lê Thuý Hoà' };
    const birth = { ...body.declaration, child };
    const reason = 'Sai chính tả tên con.';
    expect(await civil.registrar.post(`${path}/correct`, { reason })).toMatchObject({
      body: { code: 'civil-status.DECLARATION_MISSING' },
    });
    const otherSex = { ...birth, child: { ...child, sex: 'male' } };
    expect(await civil.registrar.post(`${path}/correct`, { birth: otherSex, reason })).toMatchObject({
      body: { code: 'civil-status.NUMBER_WOULD_NOT_FIT' },
    });
    expect((await civil.registrar.post(`${path}/correct`, { birth, reason })).body).toMatchObject({
      declaration: { child: { name: child.name } },
    });
    await civil.leader.post(`${path}/register`);
    expect(await civil.sent('birth-registered', body.dossierCode)).toMatchObject([
      { body: { birth: { child: { name: child.name } } } },
    ]);
    expect((await civil.view(body.dossierCode)).history).toContainEqual(
      expect.objectContaining({ what: 'corrected', reason, before: body.declaration }),
    );
    expect(await civil.registrar.post(`${path}/correct`, { birth, reason })).toMatchObject({
      body: { code: 'civil-status.STEP_NOT_ALLOWED' },
    });
  });

  it('tells a correction to police and insurance, with no second card and no second residence (O §4.5 corrected)', async () => {
    const body = birthNumber(9);
    const { dossierCode } = body;
    await civil.registered(body);
    await agencies.cardIssued(dossierCode);
    const changes = [{ field: 'name', after: 'Nguyễn Lê Ân' }];
    const request = { decisionNumber: '15/QĐ-UBND', decidedOn: '2026-08-03', changes };
    const key = { 'idempotency-key': `correct-${dossierCode}` };
    expect(await civil.registrar.post(`/births/${dossierCode}/corrections`, request, key)).toMatchObject({
      status: 403,
    });
    expect(await civil.leader.post(`/births/${dossierCode}/corrections`, request, key)).toMatchObject({
      status: 200,
      body: { record: { child: { name: 'Nguyễn Lê Ân' } }, notes: [{ kind: 'corrected' }] },
    });
    await civil.leader.post(`/births/${dossierCode}/corrections`, request, key);
    const [corrected, ...more] = await civil.sent('birth-corrected', dossierCode);
    expect(more).toEqual([]);
    expect(
      corrected?.recipients
        .split(',')
        .map((part) => part.trim())
        .sort(),
    ).toEqual(['health-insurance/bien-hoa', 'residence/tran-bien']);
    const sent = corrected?.body as unknown as BirthCorrectedV1;
    expect(sent.changes).toEqual([{ field: 'name', before: body.declaration.child.name, after: 'Nguyễn Lê Ân' }]);
    expect(await civil.sent('health-card-requested', dossierCode)).toHaveLength(1);
    expect(await civil.query('select page from register_entry where dossier_code = $1', [dossierCode])).toHaveLength(1);
  });

  it('gives the certificate of the own commune as PDF', async () => {
    const body = birthNumber(25);
    await civil.registered(body);
    const path = `/births/${body.dossierCode}/certificate.pdf`;
    const paper = await civil.registrar.get<string>(path);
    expect(paper).toMatchObject({ status: 200, body: expect.stringMatching(/^%PDF-/) });
    expect(paper.headers.get('content-type')).toBe('application/pdf');
    const elsewhere = await civil.stage.as('registrar', 'long-thanh');
    expect(await elsewhere.get(path)).toMatchObject({ status: 403 });
    expect(await civil.registrar.get(`/deaths/${body.dossierCode}/extract.pdf`)).toMatchObject({ status: 404 });
  });

  it('numbers acts without gap, and goes on in a new book once one is closed', async () => {
    const [open] = (await civil.registrar.get<{ items: { key: string; lastPage: number }[] }>('/books')).body.items;
    expect(open).toMatchObject({ name: '01/2026' });
    const entries = await civil.query('select 1 from register_entry where office = $1', ['tran-bien']);
    expect(open?.lastPage).toBe(entries.length);
    await civil.registrar.post(`/books/${encodeURIComponent(open?.key ?? '')}/close`);
    const after = await civil.registered(birthNumber(24));
    expect(after.entry).toMatchObject({ registrationNumber: `${entries.length + 1}/2026`, book: '02/2026', page: 1 });
  });
});
