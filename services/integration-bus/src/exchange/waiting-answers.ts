import type { Answer } from './answers.rules';

/** Items that wait for one member. What is more is dropped: its sender produces again, and is answered again. */
const MOST_ITEMS = 2_000;

/** Answers that wait to be sent, merged by member, so that however many batches pass meanwhile, they stay bounded. */
export class WaitingAnswers {
  private readonly byMember = new Map<string, Answer>();

  /** Items that wait for the member that has most, but for members that are held back. */
  longest(isHeld: (member: string) => boolean): number {
    return Math.max(0, ...[...this.byMember].map(([member, answer]) => (isHeld(member) ? 0 : lengthOf(answer))));
  }

  add(answers: ReadonlyMap<string, Answer>): void {
    for (const [member, answer] of answers) {
      const waiting = this.byMember.get(member) ?? { accepted: [], rejected: [], wanted: [] };
      this.byMember.set(member, waiting);
      let room = MOST_ITEMS - lengthOf(waiting);
      const merge = <I>(into: I[], items: readonly I[]): void => {
        const taken = items.slice(0, Math.max(0, room));
        room -= taken.length;
        into.push(...taken);
      };
      merge(waiting.rejected, answer.rejected);
      merge(waiting.accepted, answer.accepted);
      merge(waiting.wanted, answer.wanted);
    }
  }

  /** All that waits, but for members that are held back. */
  take(isHeld: (member: string) => boolean): Map<string, Answer> {
    const taken = new Map([...this.byMember].filter(([member]) => !isHeld(member)));
    for (const member of taken.keys()) this.byMember.delete(member);
    return taken;
  }
}

function lengthOf({ accepted, rejected, wanted }: Answer): number {
  return accepted.length + rejected.length + wanted.length;
}
