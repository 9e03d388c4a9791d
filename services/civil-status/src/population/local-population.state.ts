/** How the local stand-in answers one allocation; it gives a new number each time, whatever it answers. */
export const populationAnswers = ['prompt', 'late', 'twice', 'lost', 'down'] as const;
export type PopulationAnswer = (typeof populationAnswers)[number];
