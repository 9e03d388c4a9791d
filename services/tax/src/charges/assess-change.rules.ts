import type { Readings } from '../law/readings.data';
import type { Charge } from './charge.state';
import { requireNoOpenDeferral } from './fee-deferral.rules';
import { incomeTax } from './income-tax.rules';
import type { PropertyChange } from './property-change.state';
import { registrationFee } from './registration-fee.rules';
import { roundedCharge } from './rounding.rules';

/** Income tax, where somebody has income from the change, and registration fee, in whole đồng for each person. */
export function assessChange(change: PropertyChange, readings: Readings): readonly Charge[] {
  requireNoOpenDeferral(change);
  const tax = incomeTax(change, readings);
  const fee = registrationFee(change, readings);
  return [...(tax ? [tax] : []), fee].map((charge) => roundedCharge(charge, readings));
}
