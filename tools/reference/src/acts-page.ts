import type { ActKindRow } from './act-kinds';
import { code, GENERATED, page, table } from './markdown';

/** The list of all acts of administration, and who must stand for each. */
export function actsPage(kinds: readonly ActKindRow[]): string {
  return page([
    '# Acts',
    GENERATED,
    'What operators of the bus can do, by `POST /acts` or `npm run lienthong -- acts`. An act that **restricts** is in force at once by one person, and is to be ' +
      'confirmed by another within 24 hours; unconfirmed it stays in force and raises an alarm daily. An act that **permits** is ' +
      'only proposed: it is done when another person confirms it, within seven days. So is an act that is **irreversible**, whatever it ' +
      'restricts: no act gives back what it takes. Nobody confirms an act of their own.',
    table(
      ['act', 'effect', 'what it does', 'content'],
      kinds.map(({ name, effect, summary, fields }) => [code(name), effect, summary, fields.map(code).join(', ')]),
    ),
  ]);
}
