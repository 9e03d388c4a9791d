import { offices } from '@lienthong/contracts';
import { isDossierCode } from '@lienthong/kernel';
import { askService } from '../ask-service';
import type { CliConfig } from '../cli.config';
import { tableLines } from '../table';
import { CommandFailed, type Terminal, UsageError } from '../terminal';

const NOT_FOUND = 404;

export interface WhereOptions {
  readonly dossierCode: string | undefined;
  readonly json?: boolean;
}

/** What an agency says of a dossier: who has it, since when, for what and until when, whom to ask. */
export interface Whereabouts {
  readonly heldBy: string;
  readonly office?: string;
  readonly officeName?: string;
  readonly doing: string;
  readonly since: string;
  readonly dueAt?: string;
  readonly askRole: string;
  readonly askOffice: string;
  readonly landOffice?: string;
  readonly taxOffice?: string;
}

interface Answer extends Whereabouts {
  readonly saidBy: string;
}

/** Asks the desk, then each office that the one before names: one question to each. */
export async function whereCommand(config: CliConfig, options: WhereOptions, terminal: Terminal): Promise<void> {
  const { dossierCode, json } = options;
  if (!dossierCode) throw new UsageError('which dossier? lienthong where <dossier code>');
  const desk = deskOf(dossierCode);
  if (!desk) throw new UsageError(`${dossierCode} is no code of a dossier of a desk`);
  const path = encodeURIComponent(dossierCode);
  const atDesk = await ask(config, { member: 'intake', office: desk, path: `/dossiers/${path}/whereabouts` });
  if (!atDesk) throw new CommandFailed(`the desk ${desk} has no dossier ${dossierCode}`);
  const { landOffice } = atDesk;
  const atLand = landOffice
    ? await ask(config, { member: 'land-registry', office: landOffice, path: `/dossiers/${path}/whereabouts` })
    : undefined;
  const taxOffice = atLand?.taxOffice;
  const atTax = taxOffice
    ? await ask(config, { member: 'tax', office: taxOffice, path: `/assessments/${path}/whereabouts` })
    : undefined;
  const answers = [atDesk, atLand, atTax].filter((answer) => answer !== undefined);
  terminal.out(json ? JSON.stringify({ dossierCode, answers }, null, 2) : whereTable(dossierCode, answers));
}

/** One line for each agency that knows the dossier. */
export function whereTable(dossierCode: string, answers: readonly Answer[]): string {
  const rows = answers.map(({ saidBy, heldBy, officeName, doing, since, dueAt = '-', askRole, askOffice }) => [
    saidBy,
    officeName ?? heldBy,
    doing,
    since.slice(0, 16).replace('T', ' '),
    dueAt.slice(0, 16).replace('T', ' '),
    `${askRole}, ${askOffice}`,
  ]);
  return [
    `Dossier ${dossierCode}`,
    '',
    ...tableLines(['says', 'who has it', 'for', 'since', 'until', 'ask'], rows),
  ].join('\n');
}

/** The desk whose unit code the dossier bears. */
export function deskOf(dossierCode: string): string | undefined {
  if (!isDossierCode(dossierCode)) return undefined;
  const unit = dossierCode.split('-').slice(0, -2).join('-');
  return offices.find(({ member, unitCodes }) => member === 'intake' && unitCodes.some(({ code }) => code === unit))
    ?.id;
}

interface Asked {
  readonly member: string;
  readonly office: string;
  readonly path: string;
}

async function ask(config: CliConfig, { member, office, path }: Asked): Promise<Answer | undefined> {
  const person = { person: `agency-leader-${office}`, member, office, roles: ['agency-leader'] };
  try {
    return { saidBy: member, ...(await askService<Whereabouts>(config, { service: member, person, path })) };
  } catch (error) {
    if (error instanceof CommandFailed && error.status === NOT_FOUND) return undefined;
    throw error;
  }
}
