import { decideDeadlines, type DueOutcome } from './expiry.rules';

const due = (recipient: string, more: Partial<DueOutcome> = {}): DueOutcome => ({
  ...{ logId: 'log-1', sender: 'tax', id: 'id-1', stream: 'dossier:a', sequence: 3, recipient, isOut: false },
  expiryTime: '2026-08-03T09:00:00+07:00',
  ...more,
});
const voided = (reason: string) => ({
  voided: { logId: `void-of-${reason}`, reason, at: new Date('2026-08-03T09:00:01+07:00') },
});

describe('a message whose deadline has come', () => {
  it('waits for its void where it has not left', () => {
    const open = due('tax-b');
    expect(decideDeadlines([due('land', { isOut: true }), open])).toEqual({ logIds: [], expired: [], open: [open] });
  });

  it('that reached everybody is forgotten', () => {
    const outcome = decideDeadlines([due('land', { isOut: true })]);
    expect(outcome).toEqual({ logIds: ['log-1'], expired: [], open: [] });
  });

  it('has its sender told whom it did not reach, with the entry of the void', () => {
    const outcomes = [due('health', voided('expired')), due('land', { isOut: true }), due('police', voided('expired'))];
    expect(decideDeadlines(outcomes)).toMatchObject({
      logIds: ['log-1'],
      expired: [
        {
          sender: 'tax',
          item: {
            ...{ id: 'id-1', stream: 'dossier:a', sequence: 3, code: 'integration-bus.EXPIRED_UNDELIVERED' },
            ...{ logId: 'void-of-expired', at: '2026-08-03T09:00:01.000+07:00' },
            text: 'The message expired at 2026-08-03T09:00:00.000+07:00 before it reached health, police.',
          },
        },
      ],
    });
  });

  it('and that was voided for another reason is not said to have expired', () => {
    expect(decideDeadlines([due('land', voided('grant-lapsed'))])).toMatchObject({ logIds: ['log-1'], expired: [] });
  });
});
