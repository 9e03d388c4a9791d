import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '@lienthong/kernel';
import { developmentPeople, ensureDevelopmentKeys, mintToken } from '@lienthong/service-host';

export interface TokenWish {
  readonly member: string;
  readonly role: string;
  /** Default: the first office of the member. */
  readonly office?: string;
  /** Default: the development person of this role and office. */
  readonly person?: string;
  readonly minutes?: number;
  readonly clock?: Clock;
}

/** A home folder with keys of its own, and tokens of its issuer. */
export class TestHome {
  private constructor(readonly folder: string) {}

  static async create(): Promise<TestHome> {
    const folder = mkdtempSync(join(tmpdir(), 'lienthong-home-'));
    await ensureDevelopmentKeys(folder);
    return new TestHome(folder);
  }

  token({
    member,
    role,
    office = firstOffice(member),
    person = `${role}-${office}`,
    ...rest
  }: TokenWish): Promise<string> {
    return mintToken(this.folder, { member, office, person, roles: [role], ...rest });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function firstOffice(member: string): string {
  const person = developmentPeople.find((row) => row.member === member);
  if (!person) throw new Error(`${member} has no people in the local run; give the office`);
  return person.office;
}
