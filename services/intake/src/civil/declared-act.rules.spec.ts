import { birthOf, deathOf } from '../../test/civil.mother';
import { birthKey, deathKeys, isSameDeceased } from './declared-act.rules';

const { child, mother, proof } = birthOf();
const first = birthKey(birthOf());

describe('what makes two declarations one', () => {
  it('is the birth notification and the order of birth, whoever submits and however the name is spelt (O §4.5 duplicate)', () => {
    const { requester } = birthOf();
    const again = birthOf({
      requester: { ...requester, relation: 'father' },
      child: { ...child, name: 'Nguyễn Lê Ân' },
    });
    expect(birthKey(again)).toBe(first);
    expect(birthKey(birthOf({ proof: { ...proof, number: ' gcs-2026-000123 '.trim() } }))).toBe(first);
  });

  it('lets twins be two: same notification, parents and day, another order of birth (O §4.5 twins)', () => {
    expect(birthKey(birthOf({ child: { ...child, birthOrder: 2 } }))).not.toBe(first);
  });

  it('leaves a child declared in another commune to the number service (O §4.5 two communes)', () => {
    expect(birthKey(birthOf({ registrationCommuneCode: '26368' }))).not.toBe(first);
  });

  it('is the mother, the day and the order of birth where there is no notification', () => {
    const statement = { kind: 'own-statement' } as const;
    const one = birthKey(birthOf({ proof: statement }));
    expect(birthKey(birthOf({ proof: statement, papers: [] }))).toBe(one);
    expect(birthKey(birthOf({ proof: statement, child: { ...child, birthDate: '2026-07-21' } }))).not.toBe(one);
    const hoa = (name: string) =>
      birthKey(birthOf({ proof: statement, mother: { ...mother!, name, personalIdentificationNumber: undefined } }));
    expect(hoa('Lê Thị Hoà')).toBe(hoa('lê thị  Hòa'));
    expect(hoa('Lê Thị Hoà')).not.toBe(hoa('Lê Thị Hóa'));
  });

  it('lets two abandoned children be two whose records bear the same number, of two years or two writers', () => {
    const record = { kind: 'abandoned-child-record', number: '03/BB' } as const;
    const found = (name: string, birthDate: string, number: string = record.number) =>
      birthKey(
        birthOf({
          proof: { ...record, number },
          child: { ...child, name, birthDate },
          mother: undefined,
          father: undefined,
        }),
      );
    const first = found('Nguyễn Văn Mai', '2026-03-01');
    expect(found('nguyễn văn  mai', '2026-03-01')).toBe(first);
    expect(found('Nguyễn Văn Mai', '2027-03-01')).not.toBe(first);
    expect(found('Nguyễn Văn Trúc', '2026-03-01')).not.toBe(first);
    expect(found('Nguyễn Văn Mai', '2026-03-01', '04/BB')).not.toBe(first);
  });

  it('does not take a witness paper for the notification that bears the same number', () => {
    const witnessed = { ...proof, kind: 'witness-paper' } as const;
    expect(birthKey(birthOf({ proof: witnessed }))).not.toBe(first);
    expect(birthKey(birthOf({ proof: witnessed, child: { ...child, name: 'Nguyễn Lê Bình' } }))).not.toBe(
      birthKey(birthOf({ proof: witnessed })),
    );
  });

  it('is one follow-up for each dossier that it follows', () => {
    const followUp = birthKey(birthOf({ linkedDossierCode: 'H19.91.01-260803-0002' }));
    expect(followUp).not.toBe(first);
    expect(birthKey(birthOf({ linkedDossierCode: 'H19.91.01-260803-0003' }))).not.toBe(followUp);
  });

  it('is every key of the deceased: the personal number, and name, birth and day of death; the commune makes no difference (O §4.6 second claim)', () => {
    const { deceased, requester } = deathOf();
    const [byNumber, byName] = deathKeys(deathOf());
    expect(deathKeys(deathOf({ requester: { ...requester, relation: 'spouse' } }))).toEqual([byNumber, byName]);
    expect(deathKeys(deathOf({ registrationCommuneCode: '26368' }))).toEqual([byNumber, byName]);
    const unnumbered = (name: string) =>
      deathKeys(deathOf({ deceased: { ...deceased, name, personalIdentificationNumber: undefined } }));
    expect(unnumbered(deceased.name.toUpperCase())).toEqual([byName]);
    expect(unnumbered('Nguyễn Văn Ông')).not.toEqual([byName]);
  });

  it('takes two numbers for two people, and no number for either (O §4.6 no personal number)', () => {
    const { deceased } = deathOf();
    const of = (personalIdentificationNumber?: string) =>
      deathOf({ deceased: { ...deceased, personalIdentificationNumber } });
    expect(isSameDeceased(of('075044000001'), of('075044000002'))).toBe(false);
    expect(isSameDeceased(of('075044000001'), of('075044000001'))).toBe(true);
    expect(isSameDeceased(of(), of('075044000001'))).toBe(true);
    expect(isSameDeceased(of('075044000001'), of())).toBe(true);
  });

  it('keeps no personal data', () => {
    expect(first).toMatch(/^birth\|[\w-]{43}$/);
    for (const key of deathKeys(deathOf())) expect(key).toMatch(/^death\|[\w-]{43}$/);
  });
});
