/** Ways in which the local stand-in for the police of another province answers. */
export const nationalAnswers = ['deregistered', 'nothing-to-delete', 'away'] as const;
export type NationalAnswer = (typeof nationalAnswers)[number];
