import { developmentPeople } from '@lienthong/service-host';
import type { Console } from '../console';
import { People } from '../people/people';
import type { StackAccess } from '../stack-access';

/** Addresses, roles and tokens of a stack that stays up, and how to go on. */
export async function printAccess(console: Console, access: StackAccess): Promise<void> {
  const people = new People(access);
  console.line();
  console.line('Addresses (/docs shows the requests):');
  for (const [service, url] of Object.entries(access.urls)) console.line(`  ${service.padEnd(17)} ${url}`);
  console.line();
  console.line('Tokens, valid for eight hours of business time (send as "authorization: Bearer …"):');
  for (const { person, member, office, roles } of developmentPeople) {
    for (const role of roles) {
      console.line(`  ${member} / ${office} / ${role} (${person})`);
      console.line(`    ${await people.token({ member, office, role })}`);
    }
  }
  console.line();
  console.line('Play on it:      npm run demo -- --attach');
  console.line('Follow a dossier: npm run lienthong -- trace <dossier code>');
  console.line('Ctrl-C stops everything.');
}
