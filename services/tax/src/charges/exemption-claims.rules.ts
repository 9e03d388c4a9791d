import { daysBetween, type Fraction, type LocalDate } from '@lienthong/kernel';
import { closeKinRelations } from '../law/kinship.data';
import { NOTHING, sum, WHOLE } from './fractions.rules';
import type { ExemptionDecision } from './charge.state';
import type { ShareHolder } from './holders.rules';
import type { ExemptionClaim, PropertyChange } from './property-change.state';

export type ClaimOf<G extends ExemptionClaim['ground']> = Extract<ExemptionClaim, { readonly ground: G }>;

const FARM_PURPOSES: ReadonlySet<string> = new Set(['LUC', 'LUK', 'LUN', 'BHK', 'NHK', 'CLN', 'NTS', 'LMU', 'NKH']);

export function granted(rule: string, reason: string, portion: Fraction = WHOLE): ExemptionDecision {
  return { rule, portion, reason };
}

export function refused(rule: string, reason: string): ExemptionDecision {
  return { rule, portion: NOTHING, reason };
}

/** The two sides of a change as seen from one person: what the person's kinship is measured against. */
export interface Sides {
  readonly own: readonly ShareHolder[];
  readonly other: readonly ShareHolder[];
  readonly claims: readonly ExemptionClaim[];
}

/**
 * X1, reading (f): the person's charge is free for the part that goes to, or comes from, close kin; read per side, it is
 * free only when every person of one side is kin to every person of the other.
 */
export function kinExemption(
  person: ShareHolder,
  { own, other, claims }: Sides,
  kinship: 'per-pair' | 'per-side',
): ExemptionDecision {
  const pairs = claims.filter(isCloseKin);
  const kinOf = (holder: ShareHolder): readonly ShareHolder[] =>
    other.filter((relative) => pairs.some((claim) => joins(claim, holder.number, relative.number)));
  if (kinship === 'per-side') {
    const all = other.length > 0 && own.every((holder) => kinOf(holder).length === other.length);
    return all ? granted('X1', KIN) : refused('X1', 'Không phải mọi người của hai bên đều có quan hệ được miễn.');
  }
  const kin = kinOf(person);
  if (kin.length === 0) return refused('X1', 'Quan hệ được miễn chưa được chứng minh.');
  return granted('X1', KIN, sum(kin.map(({ share }) => share)));
}

/** X3, X4: the only home of this person, long enough held, sold whole, and nothing to be built in future. */
export function soleHomeExemption(
  claim: ClaimOf<'sole-home'>,
  { buildings }: Pick<PropertyChange, 'buildings'>,
  { heldUntil, days }: { readonly heldUntil: LocalDate; readonly days: number },
): ExemptionDecision {
  const held = daysBetween(claim.heldSince, heldUntil);
  if (claim.otherHomes > 0) return refused('X3', 'Còn nhà ở, đất ở khác.');
  if (claim.futureHomes > 0) return refused('X3', 'Còn nhà ở hình thành trong tương lai.');
  if (held < days) return refused('X3', `Thời gian sở hữu ${held} ngày, chưa đủ ${days} ngày.`);
  if (!claim.wholeProperty) return refused('X3', 'Không chuyển nhượng toàn bộ.');
  if (buildings.some(({ contributed }) => contributed !== undefined))
    return refused('X3', 'Nhà hình thành trong tương lai.');
  return granted('X3', 'Nhà ở, đất ở duy nhất.');
}

/** X2 */
export function divorceExemption({ proof }: ClaimOf<'divorce'>): ExemptionDecision {
  return proof === 'none'
    ? refused('X2', 'Chưa có thỏa thuận hoặc bản án ly hôn.')
    : granted('X2', 'Chia tài sản khi ly hôn.');
}

/** X5: free land of the State is exempt when it is received, never when it is sold. */
export function stateAllocationExemption(kind: PropertyChange['kind']): ExemptionDecision {
  return kind === 'state-allocation'
    ? granted('X5', 'Giá trị đất được Nhà nước giao không thu hoặc giảm tiền.')
    : refused('X5', 'Chuyển nhượng đất đã được miễn, giảm tiền sử dụng đất.');
}

/** X6 */
export function farmExchangeExemption(
  { purposeUnchanged, directProducer }: ClaimOf<'farm-land-exchange'>,
  { kind, land, buildings }: Pick<PropertyChange, 'kind' | 'land' | 'buildings'>,
): ExemptionDecision {
  const farm = land.length > 0 && buildings.length === 0 && land.every(({ purpose }) => FARM_PURPOSES.has(purpose));
  const holds = kind === 'exchange' && farm && purposeUnchanged && directProducer;
  return holds
    ? granted('X6', 'Chuyển đổi đất nông nghiệp để hợp lý hóa sản xuất.')
    : refused('X6', 'Không phải chuyển đổi đất nông nghiệp giữa người trực tiếp sản xuất, giữ nguyên mục đích.');
}

/** Of several granted claims the widest counts; kinship with several persons is one claim. */
export function exemptPortion(decisions: readonly ExemptionDecision[]): Fraction {
  return decisions.reduce((widest, { portion }) => (portion.compare(widest) > 0 ? portion : widest), NOTHING);
}

const KIN = 'Chuyển giao giữa những người có quan hệ được miễn.';

function isCloseKin(claim: ExemptionClaim): claim is ClaimOf<'close-kin'> {
  return claim.ground === 'close-kin' && claim.proof !== 'none' && closeKinRelations.includes(claim.relation);
}

function joins({ person, relative }: ClaimOf<'close-kin'>, a: string, b: string): boolean {
  return (person === a && relative === b) || (person === b && relative === a);
}
