import {
  BirthDeclaredV1,
  type BirthDeclaration,
  BirthRegisteredV1,
  ChainConcludedV1,
  ChainProgressedV1,
  DeathDeclaredV1,
  type DeathDeclaration,
  DeathRegisteredV1,
  DeathRevokedV1,
  type SubDossier,
} from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { accept, forwardToChain } from '../src/dossiers/dossier.rules';
import type { Channel, ContentOf, Dossier } from '../src/dossiers/dossier.state';

/** The invented family of the contracts: a girl born on 20 July 2026, declared on Monday 3 August. */
export const BIRTH = messageOf(BirthDeclaredV1).example;
export const DEATH = messageOf(DeathDeclaredV1).example;
export const birthRequest = { channel: 'desk', ...BIRTH.declaration };
export const deathRequest = { channel: 'desk', ...DEATH.declaration };

export const progress = messageOf(ChainProgressedV1).example;
export const birthRecord = messageOf(BirthRegisteredV1).example;
export const deathRecord = messageOf(DeathRegisteredV1).example;
export const revocation = messageOf(DeathRevokedV1).example;
export const conclusion = messageOf(ChainConcludedV1).example;

export const submittedAt = new Date('2026-08-03T09:10:00+07:00');
export const clerk = { at: submittedAt, by: 'desk-clerk-bien-hoa' };
export const byRegistrar = {
  at: new Date('2026-08-03T10:00:00+07:00'),
  by: 'civil-status/tran-bien',
  messageId: '019fc562-94c0-7000-8000-00000000000b',
};

export function birthOf(change: Partial<BirthDeclaration> = {}): BirthDeclaration {
  return { ...BIRTH.declaration, ...change };
}

export function deathOf(change: Partial<DeathDeclaration> = {}): DeathDeclaration {
  return { ...DEATH.declaration, ...change };
}

interface Declared {
  readonly kind: 'birth' | 'death';
  readonly content: ContentOf['birth' | 'death'];
  readonly channel: Channel;
}

/** A civil dossier that was accepted and is with the registrar. */
export function declaredDossier(change: Partial<Declared> = {}): Dossier {
  const { dossierCode: code, procedure } = BIRTH;
  const accepted = accept(
    {
      code,
      office: 'bien-hoa',
      kind: 'birth',
      channel: 'desk',
      procedure,
      ruleVersion: `${procedure}/v2`,
      content: birthOf(),
      acceptedAt: submittedAt,
      appointmentAt: new Date('2026-08-06T09:10:00+07:00'),
      ...change,
    },
    clerk,
  ).dossier;
  return forwardToChain(accepted, 'tran-bien', clerk).dossier;
}

/** The two branches after the pivot, in states of their own. */
export function branches(residence: number, card: number, change: Partial<SubDossier> = {}): readonly SubDossier[] {
  return [
    { branch: 'registration', member: 'civil-status', office: 'tran-bien', state: 9 },
    { branch: 'residence', member: 'residence', office: 'tran-bien', state: residence, ...change },
    { branch: 'health-card', member: 'health-insurance', office: 'bien-hoa', state: card },
  ];
}
