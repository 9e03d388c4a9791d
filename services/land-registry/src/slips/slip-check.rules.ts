import { officeFor } from '@lienthong/contracts';
import { daysBetween, dong, type FieldFault, localDate } from '@lienthong/kernel';
import { findProcedure } from '@lienthong/procedures';
import type { SlipDraft } from '../dossiers/land-dossier.state';
import { landErrors } from '../land-registry.errors';
import type { SlipFacts, SlipRule } from './slip-check.state';
import { faultWhen, slipFault } from './slip-fault.rules';
import { revenuesOfChange, soleHomeHeldDays } from './slip-law.data';
import { areasAddUp, housesAreDescribed, nothingBlocks, pricesAreOfTheTable } from './slip-property.rules';
import { buyersAreOfThePapers, certificateIsTheirs, personsAreIdentified, sharesAreWhole } from './slip-sides.rules';

/** R3: contract and certificate are not younger than the day on which the citizen filed, completion and registering not older. */
const datesFollow: SlipRule = ({ contract, certificate, receivedAt, completeAt, registeredOn }) => {
  const filedOn = localDate(new Date(receivedAt));
  const late = (path: string, on: string): readonly FieldFault[] =>
    faultWhen(on > filedOn, path, landErrors.SLIP_R3_DATE_AFTER_FILING, { on, filedOn });
  const early = (path: string, on: string): readonly FieldFault[] =>
    faultWhen(on < filedOn, path, landErrors.SLIP_DATE_BEFORE_FILING, { on, filedOn });
  return [
    ...(contract ? late('contract.effectiveDate', contract.effectiveDate) : []),
    ...(contract?.notarizedOn === undefined ? [] : late('contract.notarizedOn', contract.notarizedOn)),
    ...late('certificate.issuedOn', certificate.issuedOn),
    ...early('completeAt', localDate(new Date(completeAt))),
    ...early('registeredOn', registeredOn),
  ];
};

/** R9: who claims the only home has held it for 183 days at the contract's day (reading e). */
const soleHomesAreHeld: SlipRule = ({ claims = [], certificate, contract, registeredOn }) => {
  const until = contract?.effectiveDate ?? registeredOn;
  const needed = soleHomeHeldDays.findLast(({ from }) => from <= until)?.days ?? 0;
  return claims.flatMap((claim, i) => {
    const held = daysBetween(claim.heldSince ?? certificate.issuedOn, until);
    const short = claim.ground === 'sole-home' && held < needed;
    return faultWhen(short, `claims[${i}]`, landErrors.SLIP_R9_SOLE_HOME_TOO_SHORT, { held, needed });
  });
};

/** R10: the tax office named on the slip is in charge of the commune of every parcel. */
const taxOfficeFits: SlipRule = ({ parcels, taxOfficeCode }, { on }) =>
  parcels.flatMap(({ communeCode }, i) => {
    const wrong = officeFor('tax', communeCode, on)?.taxOfficeCode !== taxOfficeCode;
    return faultWhen(wrong, `parcels[${i}].communeCode`, landErrors.SLIP_R10_TAX_OFFICE_WRONG, {
      taxOfficeCode,
      communeCode,
    });
  });

/** R11 */
const procedureAllows: SlipRule = ({ procedure, changeKind }) => {
  const allowed = findProcedure(procedure)?.changeKinds.includes(changeKind) ?? false;
  return faultWhen(!allowed, 'changeKind', landErrors.SLIP_R11_KIND_NOT_ALLOWED, { procedure, changeKind });
};

/** R11: what the tax office has to determine of such a change at least; what the land was used for stands on a change of purpose only. */
const saysWhatItsKindAsks: SlipRule = ({ changeKind, revenues, parcels }) => [
  ...(revenuesOfChange[changeKind] ?? [])
    .filter((revenue) => !revenues.includes(revenue))
    .map((revenue) => slipFault('revenues', landErrors.SLIP_REVENUE_MISSING, { changeKind, revenue })),
  ...parcels.flatMap(({ formerUse, parcelNumber }, i) => {
    const wrong = (formerUse !== undefined) !== (changeKind === 'purpose-change');
    return faultWhen(wrong, `parcels[${i}].formerUse`, landErrors.SLIP_FORMER_USE_WRONG, { parcelNumber });
  }),
];

/** A transfer has a contract; prices that are stated in parts add up (corrections, reading k). */
const contractFits: SlipRule = ({ contract, changeKind }) => {
  if (!contract) return faultWhen(changeKind === 'transfer', 'contract', landErrors.SLIP_CONTRACT_MISSING);
  const { totalDong, landDong, buildingDong } = contract;
  if (landDong === undefined && buildingDong === undefined) return [];
  const parts = dong(landDong ?? '0') + dong(buildingDong ?? '0');
  const wrong =
    landDong !== undefined && buildingDong !== undefined ? parts !== dong(totalDong) : parts > dong(totalDong);
  return wrong ? [slipFault('contract.totalDong', landErrors.SLIP_PRICE_PARTS_DIFFER, { total: totalDong })] : [];
};

const rules: readonly SlipRule[] = [
  sharesAreWhole,
  areasAddUp,
  datesFollow,
  certificateIsTheirs,
  nothingBlocks,
  pricesAreOfTheTable,
  personsAreIdentified,
  housesAreDescribed,
  soleHomesAreHeld,
  taxOfficeFits,
  procedureAllows,
  saysWhatItsKindAsks,
  contractFits,
  buyersAreOfThePapers,
];

/** R1–R11 before the slip leaves: every fault at once, each under its own code; none when it may be signed. */
export function slipFaults(slip: SlipDraft, facts: SlipFacts): readonly FieldFault[] {
  return rules.flatMap((rule) => rule(slip, facts));
}
