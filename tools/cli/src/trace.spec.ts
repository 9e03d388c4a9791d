import { holderOf, type Trace, type TraceDelivery, type TraceMessage, traceTable } from './trace';

const handled: TraceDelivery = {
  recipient: 'land-registry',
  office: 'bien-hoa',
  state: 'acknowledged',
  deliveredAt: '2026-08-03T09:10:00.300+07:00',
  handledAt: '2026-08-03T09:10:00.400+07:00',
  outcome: 'handled',
};

function message(name: string, second: number, deliveries: readonly TraceDelivery[]): TraceMessage {
  const at = `2026-08-03T09:10:0${second}.200+07:00`;
  const type = `vn.lienthong.intake.${name}.v1`;
  return { id: name, type, sender: 'intake', senderOffice: 'bien-hoa', sentAt: at, acceptedAt: at, deliveries };
}

const code = 'H19.1-260803-0001';
const trace = (...messages: TraceMessage[]): Trace => ({ dossierCode: code, messages });

describe('the trace of a dossier', () => {
  it('is one line per message and recipient, oldest first, whatever order the bus answers in', () => {
    const lines = traceTable(
      trace(
        message('result-handed-over', 2, [handled]),
        message('dossier-forwarded', 0, [handled, { ...handled, recipient: 'tax' }]),
      ),
    ).split('\n');
    expect(lines[0]).toBe(`Dossier ${code}`);
    expect(lines.slice(3, 6).map((line) => line.split(/ {2,}/).slice(1, 4))).toEqual([
      ['dossier-forwarded.v1', 'intake/bien-hoa', 'land-registry/bien-hoa'],
      ['dossier-forwarded.v1', 'intake/bien-hoa', 'tax/bien-hoa'],
      ['result-handed-over.v1', 'intake/bien-hoa', 'land-registry/bien-hoa'],
    ]);
    expect(lines[3]).toContain('2026-08-03 09:10:00.400');
  });

  it('ends with who has it now and since when', () => {
    expect(holderOf(trace(message('dossier-forwarded', 0, [handled])))).toBe(
      'Now: at land-registry/bien-hoa, since 2026-08-03 09:10:00.400 (dossier-forwarded.v1)',
    );
  });

  it('names a message that still waits before those that came later', () => {
    const { handledAt: _at, outcome: _outcome, ...waiting } = { ...handled, recipient: 'tax', state: 'produced' };
    const later = message('result-handed-over', 5, [handled]);
    expect(holderOf(trace(message('slip', 1, [waiting]), later))).toBe(
      'Now: slip.v1 for tax/bien-hoa is produced, since 2026-08-03 09:10:00.300',
    );
  });

  it('shows a parked message as where the dossier stands', () => {
    expect(holderOf(trace(message('slip', 1, [{ ...handled, outcome: 'parked' }])))).toContain(
      'slip.v1 for land-registry/bien-hoa is parked',
    );
  });

  it('tells a void from what it replaced, and from what was handled before it came', () => {
    const voided = { ...handled, voided: 'expired' };
    const lines = traceTable(trace(message('slip', 1, [voided, { ...voided, handledAfterAll: {} }]))).split('\n');
    expect(lines[3]).toContain('void (expired)');
    expect(lines[4]).toContain('handled, void after it (expired)');
  });

  it('says so when nobody received anything', () => {
    expect(holderOf(trace())).toBe('Now: no agency has received anything of it');
  });
});
