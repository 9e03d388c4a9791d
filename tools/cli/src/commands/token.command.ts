import { OffsetClock } from '@lienthong/kernel';
import { developmentPeople, type DevelopmentPerson, ensureDevelopmentKeys, mintToken } from '@lienthong/service-host';
import type { CliConfig } from '../cli.config';
import { findStack } from '../stack-file';
import { type Terminal, UsageError } from '../terminal';

export interface TokenOptions {
  readonly member?: string;
  readonly office?: string;
  readonly role?: string;
  readonly person?: string;
  readonly minutes?: string;
}

const MOST_MINUTES = 60 * 24 * 30;

/** Prints a token for a person of the local run. */
export async function tokenCommand(config: CliConfig, options: TokenOptions, terminal: Terminal): Promise<void> {
  const minutes = minutesOf(options.minutes);
  const { member, office, person, roles, name } = chosenPerson(options);
  const { home } = config;
  await ensureDevelopmentKeys(home);
  const clock = new OffsetClock(findStack(config)?.clockOffsetMs ?? 0);
  const token = await mintToken(home, { person, name, member, office, roles, clock, ...(minutes ? { minutes } : {}) });
  terminal.err(`${person} (${roles.join(', ')}) of ${member}, office ${office}`);
  terminal.out(token);
}

/** The person that fits; options that name nobody are refused with what there is. */
function chosenPerson({ member, role, office, person }: TokenOptions): DevelopmentPerson {
  if (!member) throw new UsageError(`--member is missing; one of: ${distinct(developmentPeople, 'member')}`);
  const ofMember = developmentPeople.filter((one) => one.member === member);
  if (ofMember.length === 0)
    throw new UsageError(`there is no member ${member}; one of: ${distinct(developmentPeople, 'member')}`);
  const known = [...new Set(ofMember.flatMap(({ roles }) => roles))].join(', ');
  if (!role) throw new UsageError(`--role is missing; ${member} has: ${known}`);
  const ofRole = ofMember.filter(({ roles }) => roles.includes(role));
  if (ofRole.length === 0) throw new UsageError(`${member} has no role ${role}; it has: ${known}`);
  const found = ofRole.find((one) => office === undefined || one.office === office);
  if (!found)
    throw new UsageError(`${member} has no ${role} in the office ${office}; offices: ${distinct(ofRole, 'office')}`);
  return person === undefined || person === found.person ? found : { ...found, person, name: person };
}

function minutesOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const minutes = Number(text);
  if (Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES) return minutes;
  throw new UsageError(`--minutes must be a whole number from 1 to ${MOST_MINUTES}`);
}

function distinct(people: readonly DevelopmentPerson[], field: 'member' | 'office'): string {
  return [...new Set(people.map((person) => person[field]))].join(', ');
}
