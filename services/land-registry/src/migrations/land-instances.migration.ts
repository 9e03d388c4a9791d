import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each land dossier keeps its place in the procedure; those that are on their way get the place that their status names. */
export class LandInstances1767226000201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table land_dossier add column instance jsonb');
    for (const [status, place] of Object.entries(places)) {
      await runner.query(fill, [status, JSON.stringify(place)]);
    }
    await runner.query('alter table land_dossier alter column instance set not null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table land_dossier drop column instance');
  }
}

/** All that had been done was in order; since when each step was is known of the last one only. */
const fill = `
  update land_dossier set instance = jsonb_build_object(
    'procedure', content ->> 'procedure', 'version', 1,
    'begun', to_char(received_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+07:00"'),
    'steps', (
      select jsonb_object_agg(step.key, jsonb_build_object(
        'state', step.value,
        'since', to_char(since at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+07:00"'),
        'begun', to_char(since at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD"T"HH24:MI:SS.MS"+07:00"')))
      from jsonb_each($2::jsonb -> 'steps') step
    )) || ($2::jsonb - 'steps')
  where status = $1`;

interface Place {
  readonly steps: Readonly<Record<string, 'done' | 'active' | 'refused'>>;
  readonly end?: string;
}

const way = ['forward', 'receive', 'check', 'draft-slip', 'sign-slip', 'receive-slip', 'issue', 'announce', 'fulfil'];
const result = ['prepare-certificate', 'sign-certificate', 'hand-over'];

/** The step that is open, after all before it are done. */
function at(open: string): Place {
  const all = [...way, ...result];
  const done = all.slice(0, all.indexOf(open)).map((id) => [id, 'done'] as const);
  return { steps: { ...Object.fromEntries(done), [open]: 'active' } };
}

const places: Readonly<Record<string, Place>> = {
  received: at('check'),
  checked: at('draft-slip'),
  'slip-drafted': at('sign-slip'),
  'slip-sent': at('receive-slip'),
  'slip-received': at('issue'),
  'slip-returned': { steps: { ...at('receive-slip').steps, 'receive-slip': 'refused', 'correct-slip': 'active' } },
  'notices-received': at('fulfil'),
  'obligation-fulfilled': at('prepare-certificate'),
  'certificate-drafted': at('sign-certificate'),
  concluded: at('hand-over'),
  'handed-over': { steps: { ...at('hand-over').steps, 'hand-over': 'done' }, end: 'returned' },
  rejected: { steps: { ...at('check').steps, check: 'refused' }, end: 'stopped' },
};
