import { type Actor, requireAnotherPerson, requireOffice } from './actor';

const leader: Actor = {
  id: 'land-leader-bien-hoa',
  name: 'Vũ Văn Giang',
  member: 'land-registry',
  office: 'bien-hoa',
  roles: ['land-leader'],
};

describe('who may act', () => {
  it('is a person of the office that owns the work', () => {
    expect(() => requireOffice(leader, 'bien-hoa')).not.toThrow();
    expect(() => requireOffice(leader, 'long-thanh')).toThrow('access.OTHER_OFFICE');
  });

  it('is another person than the one of the earlier step', () => {
    expect(() => requireAnotherPerson(leader, 'land-officer-bien-hoa')).not.toThrow();
    expect(() => requireAnotherPerson(leader, undefined)).not.toThrow();
    expect(() => requireAnotherPerson(leader, 'land-leader-bien-hoa')).toThrow('access.SAME_PERSON');
  });
});
