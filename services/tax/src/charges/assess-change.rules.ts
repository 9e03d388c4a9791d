import type { Readings } from '../law/readings.data';
import type { Charge } from './charge.state';
import { requireNoOpenDeferral } from './fee-deferral.rules';
import { incomeTax } from './income-tax.rules';
import { purposeChangeCharge } from './purpose-change-fee.rules';
import type { PropertyChange } from './property-change.state';
import { registrationFee } from './registration-fee.rules';
import { roundedCharge } from './rounding.rules';

/** Income tax, where somebody has income from the change, registration fee, and the fee of a change of purpose, in whole đồng. */
export function assessChange(change: PropertyChange, readings: Readings): readonly Charge[] {
  requireNoOpenDeferral(change);
  const tax = incomeTax(change, readings);
  const fee = registrationFee(change, readings);
  const landUse = purposeChangeCharge(change);
  return [...(tax ? [tax] : []), fee, ...(landUse ? [landUse] : [])].map((charge) => roundedCharge(charge, readings));
}
