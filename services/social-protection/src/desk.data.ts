import { takenOverBy } from '@lienthong/contracts';
import { type DeskDefinition, trackedBranchWork } from '@lienthong/service-host';
import { ClaimRow } from './claims/claim.entity';

/** Claims that wait for the officer, for social insurance, for the chair, or for their money to come back. */
export const desk: DeskDefinition = {
  roles: ['social-officer', 'commune-chair', 'agency-leader'],
  leaders: ['commune-chair', 'agency-leader'],
  personalDataFor: ['social-officer', 'commune-chair'],
  steps: ['assess', 'await-allowance', 'decide', 'recover'],
  tracks: [
    trackedBranchWork<ClaimRow>({
      kind: 'claim',
      row: ClaimRow,
      stepOf: { received: 'assess', 'allowance-asked': 'await-allowance', assessed: 'decide', recovery: 'recover' },
      persons: ({ death }) => [death.deceased],
    }),
  ],
  takenOver: (office, on) => takenOverBy('social-protection', office, on),
};
