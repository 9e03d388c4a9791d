import { accessErrors } from './access.errors';

/** The person (or system) that a token names. */
export interface Actor {
  readonly id: string;
  readonly name: string;
  readonly member: string;
  readonly office: string;
  readonly roles: readonly string[];
  /** It is the system of a member, maybe of another agency, and no person. */
  readonly isSystem?: boolean;
}

/** The role of a member's system; no person has it. */
export const MEMBER_ROLE = 'member';

/** The actor must belong to the office that owns the work. @throws access.OTHER_OFFICE */
export function requireOffice(actor: Actor, office: string): void {
  if (actor.office !== office) throw accessErrors.OTHER_OFFICE({ office, actorOffice: actor.office });
}

/** Four eyes: the actor must not be the person who did the earlier step. @throws access.SAME_PERSON */
export function requireAnotherPerson(actor: Actor, personId: string | undefined): void {
  if (actor.id === personId) throw accessErrors.SAME_PERSON();
}

const actors = new WeakMap<object, Actor>();

/** Keeps who makes a request. */
export function rememberActor(request: object, actor: Actor): void {
  actors.set(request, actor);
}

/** Who makes a request; `undefined` on public endpoints. */
export function actorOf(request: object): Actor | undefined {
  return actors.get(request);
}
