import { agencyCodeForm, normalAgencyCode, parentAgencyCode } from './agency-code.rules';

describe('an agency code (O §2.1)', () => {
  it.each([
    ['000.00.00.H19', 'legacy'],
    ['002.00.20.H13', 'legacy'],
    ['28.22.H17', 'legacy-short'],
    ['01.02.G22', 'legacy-short'],
    ['H19', 'qd20'],
    ['H19.12', 'qd20'],
    ['H21.129', 'qd20'],
    ['G09.20', 'qd20'],
    ['VXP.SAAS.03', 'foreign'],
    ['000.00.H19', 'foreign'],
    [`H19.${'1'.repeat(32)}`, 'foreign'],
  ])('%s has the form %s', (code, form) => {
    expect(agencyCodeForm(code)).toBe(form);
  });

  it.each([
    [' h19.12 ', 'H19.12'],
    ['h19. 12', undefined],
    ['   ', undefined],
    ['x'.repeat(36), undefined],
  ])('%j is spelled %j', (text, code) => {
    expect(normalAgencyCode(text)).toBe(code);
  });

  it.each([
    ['H19.12.3', 'H19.12'],
    ['H19', undefined],
    ['000.00.00.H19', undefined],
    ['000.00.12.H19', '000.00.00.H19'],
    ['000.05.12.H19', '000.00.12.H19'],
    ['002.00.20.H13', '000.00.20.H13'],
    ['28.22.H17', undefined],
    ['VXP.SAAS.03', undefined],
  ])('%s lies below %s', (code, parent) => {
    expect(parentAgencyCode(code)).toBe(parent);
  });
});
