import { foreignExtension } from './foreign-extension';

const headerOf = (name: string): string | undefined => foreignExtension({ [name]: 'x' })?.header;

describe('an extension that a sender may not set', () => {
  it('is named as far as it has the form of one, and never when it may be the number of a citizen', () => {
    expect([headerOf('ce_colour'), headerOf('ce_v2'), headerOf('ce_Colour')]).toEqual(['ce_colour', 'ce_v2', 'ce_…']);
    expect([headerOf('ce_079190012345'), headerOf('ce_so079190012345')]).toEqual(['ce_…', 'ce_…']);
  });

  it('is none of CloudEvents without their prefix, and none of those that are signed', () => {
    expect([headerOf('traceparent'), headerOf('ce_id'), headerOf('ce_contentsalt')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
