import { TestStage } from '@lienthong/testing';
import { treasuryService } from '../src/treasury.service-definition';

/** The treasury service on Monday 3 August 2026. */
export function openTreasury(variables: Readonly<Record<string, string>>): Promise<TestStage> {
  return TestStage.open(treasuryService, { at: '2026-08-03T10:00:00+07:00', office: 'bien-hoa', variables });
}
