import { existsSync } from 'node:fs';
import { cwd } from 'node:process';
import { members, offices } from '@lienthong/contracts';
import { developmentAgencies } from '@lienthong/service-host';
import { serviceFiles, withServices } from './service-files';

const marks = [
  '  # from here on derived from the table of agencies: npm run generate\n',
  '  # end of the derived services\n',
];
const agency = { member: 'permits', port: 3999, offices: ['centre'], roles: [] };

describe('the lists of processes', () => {
  it('have an entry for each agency of the table, and each has its folder', () => {
    const files = serviceFiles(cwd());
    for (const { member } of developmentAgencies) {
      for (const { text } of files) expect(text).toContain(member);
      for (const file of ['src/main.ts', 'src/migrate.ts', 'tsconfig.app.json', 'README.md'])
        expect({ member, file, is: existsSync(`services/${member}/${file}`) }).toEqual({ member, file, is: true });
    }
  });

  it('replace what stands between the marks of the compose file and nothing else', () => {
    const text = withServices(`before\n${marks[0]}  old:\n${marks[1]}after\n`, [agency]);
    expect(text).toContain("    ports: ['127.0.0.1:3999:3999']\n");
    expect(text).not.toContain('old');
    expect(text.startsWith('before\n') && text.endsWith('after\n')).toBe(true);
  });

  it('refuse a compose file without its marks', () => {
    expect(() => withServices('services:\n', [agency])).toThrow('has lost its marks');
  });
});

describe('the table of agencies', () => {
  it('names the members of the contracts, each port once, and offices that exist', () => {
    expect(developmentAgencies.map(({ member }) => member).sort()).toEqual(members.map(({ code }) => code).sort());
    expect(new Set(developmentAgencies.map(({ port }) => port)).size).toBe(developmentAgencies.length);
    for (const { member, offices: ids } of developmentAgencies)
      for (const id of ids) expect(offices).toContainEqual(expect.objectContaining({ member, id }));
  });
});
