/** Which kinds of change a procedure may carry (R11). Source QĐ 2304/QĐ-BNNMT; exchange and contribution are not served yet. */
export const changeKindsOfProcedures: Readonly<Record<string, readonly string[]>> = {
  '1.013831': ['transfer', 'inheritance', 'gift'],
  '1.013992': ['purpose-change'],
};

/** What a slip of each kind of change asks for at least: a change of owner has income tax and registration fee, one of purpose its fee. */
export const revenuesOfChanges: Readonly<Record<string, readonly string[]>> = {
  transfer: ['personal-income-tax', 'registration-fee'],
  inheritance: ['personal-income-tax', 'registration-fee'],
  gift: ['personal-income-tax', 'registration-fee'],
  'purpose-change': ['land-use-fee'],
};
