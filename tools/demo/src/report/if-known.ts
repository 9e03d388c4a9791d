import { NoAnswer, Refused } from '../people/agencies';

/** A dossier that hangs early is not known everywhere. */
export function ifKnown<T>(asked: Promise<T>): Promise<T | undefined> {
  return asked.catch((error: unknown) => {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  });
}

/** Of a dossier that failed everything is told that anybody still answers. */
export function ifToBeHad<T>(asked: Promise<T>): Promise<T | undefined> {
  return ifKnown(asked).catch((error: unknown) => {
    if (error instanceof Refused || error instanceof NoAnswer) return undefined;
    throw error;
  });
}
