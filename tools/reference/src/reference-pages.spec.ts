import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messages, offices } from '@lienthong/contracts';
import { messageOf } from '@lienthong/envelope';
import { errorCatalogue } from '@lienthong/kernel';
import { birthRegistration, landTransfer, linkedExample } from '@lienthong/procedures';
import { extendLock } from './contract-lock';
import { errorsPage } from './errors-page';
import { messagesPage } from './messages-page';
import { procedurePage } from './procedure-page';
import { registryFiles } from './registry-files';
import { staleFiles, writeFiles } from './workspace';

const definitions = messages.map((message) => messageOf(message));
const { lock } = extendLock({}, definitions);
const registry = new Map(registryFiles(lock).map(({ path, text }) => [path, JSON.parse(text) as readonly object[]]));

describe('the registry of a fresh installation', () => {
  it('holds every member, office and schema, and every grant with its legal basis', () => {
    expect(registry.get('deploy/registry/offices.json')).toHaveLength(offices.length);
    expect(registry.get('deploy/registry/schemas.json')).toHaveLength(messages.length);
    expect(registry.get('deploy/registry/grants.json')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ sender: 'treasury', recipient: 'land-registry', enabled: false }),
        expect.objectContaining({ sender: 'tax', recipient: 'intake', enabled: true }),
      ]),
    );
    for (const member of registry.get('deploy/registry/members.json') ?? []) {
      expect(member).toMatchObject({ transport: 'kafka', state: 'active' });
    }
  });

  it('names for each message the schema that its sender will name', () => {
    const rows = registry.get('deploy/registry/schemas.json');
    for (const { type, dataschema } of definitions) {
      expect(rows).toContainEqual(expect.objectContaining({ type, dataschema }));
    }
  });
});

describe('the reference pages', () => {
  it('show each message with its fields, its recipients and its example', () => {
    const text = messagesPage(definitions);
    for (const { owner, name, version } of definitions) expect(text).toContain(`## ${owner}-${name}-v${version}`);
    expect(text).toContain('`notices[].rows[].payableItemId`');
    expect(text).toContain('"amountDong": "16000000"');
    expect(text).toContain('off by default');
  });

  it('draw the land transfer with its refusals, its pivot and a source for every time', () => {
    const text = procedurePage(landTransfer);
    expect(text).toContain('receive_slip -.->|transfer-slip-returned| correct_slip');
    expect(text).toContain('sign_certificate{{');
    expect(text).toContain('3 working days (NĐ 252/2026/NĐ-CP Đ17)');
    expect(text).toContain('*reading*');
    expect(text).toContain('`land-registry` hears nothing of `debit`, `book` and passes through.');
  });

  it('draw each branch of the birth chain apart, with its clock, its supplement and what was not read', () => {
    const text = procedurePage(birthRegistration);
    expect(text).toContain('subgraph branch_health_card["Health insurance card (may be left out)"]');
    expect(text).toContain('register_residence -.->|residence-refused| ended_residence');
    expect(text).toContain(
      'register_residence -.->|residence-supplement-wanted, then papers-supplemented| register_residence',
    );
    expect(text).toContain('the whole procedure with health-card only | 15 working days');
    expect(text).toContain(
      'longer: The commune has to complete the file for police or social insurance | 2 working days',
    );
    expect(text).toContain('- *reading*: Switched off: the identity card for children under six');
    expect(text.match(/^## Version/gm)).toHaveLength(3);
  });

  it('say of an example that no dossier is accepted under it, and show opinions and levels', () => {
    const text = procedurePage(linkedExample);
    expect(text).toContain('no dossier can be accepted under it');
    expect(text).toContain('residence, province<br/>');
    expect(text).toContain('| `check` | residence | opinion-asked | opinion-given | the step may go on without it |');
  });

  it('list errors with both texts', () => {
    const { CLOSED } = errorCatalogue('desk', { CLOSED: { kind: 'refusal', vi: 'Đã đóng.', en: 'Closed.' } });
    expect(errorsPage([CLOSED.description])).toContain('| `desk.CLOSED` | refusal | 409 | Đã đóng. | Closed. |');
  });
});

describe('the derived files of a work tree', () => {
  const root = mkdtempSync(join(tmpdir(), 'reference-'));
  const files = [{ path: 'docs/reference/messages.md', text: 'as derived\n' }];
  afterAll(() => rmSync(root, { recursive: true }));

  it('are out of date when missing or changed, and right again once written', () => {
    expect(staleFiles(root, files)).toEqual(['docs/reference/messages.md']);
    expect(writeFiles(root, files)).toEqual(['docs/reference/messages.md']);
    expect(staleFiles(root, files)).toEqual([]);
    expect(writeFiles(root, files)).toEqual([]);
    writeFileSync(join(root, 'docs/reference/messages.md'), 'edited by hand\n');
    expect(staleFiles(root, files)).toEqual(['docs/reference/messages.md']);
  });
});
