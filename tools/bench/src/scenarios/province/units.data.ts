/** Seed S1: 20 departments, 11 districts, 170 communes (201 units) and two specialised systems on one axis. */
const DEPARTMENTS = 20;
const DISTRICTS = 11;
const COMMUNES = 170;

/** Seed S0: dossiers that the province takes in on a working day of eight hours, and what a burst may bring. */
export const DOSSIERS_A_DAY = 2_250;
export const WORKING_DAY_SECONDS = 8 * 3_600;
export const BURST = 10;

const several = (kind: string, count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${kind}-${String(i + 1).padStart(3, '0')}`);

export const departments = several('department', DEPARTMENTS);
export const districts = several('district', DISTRICTS);
/** They sit behind the thin lines. */
export const communes = several('commune', COMMUNES);
export const systems = ['land-system', 'civil-system'];

export const units = [...systems, ...departments, ...districts, ...communes];

/** The way of a dossier: commune → system → department → system → district → system → the commune again. */
export function routeOf(number: number): readonly string[] {
  const at = (members: readonly string[]): string => members[number % members.length] as string;
  const [system, commune] = [at(systems), at(communes)];
  return [commune, system, at(departments), system, at(districts), system, commune];
}

/** Who sends to whom on these ways; nothing else is granted. */
export function grantedPairs(): (readonly [string, string])[] {
  const outer = [...departments, ...districts, ...communes];
  return systems.flatMap((system) => outer.flatMap((unit) => [[unit, system] as const, [system, unit] as const]));
}
