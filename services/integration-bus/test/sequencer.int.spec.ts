import { merkleRoot, publicKeyFromJwk, type PublicKeyJwk, type SignedAttributes } from '@lienthong/envelope';
import { openCheckpoint } from '../src/log/checkpoint-note';
import { entryLeaf, type EntryKind, type EntryVerdict } from '../src/log/log-entry';
import { Sequencer } from '../src/log/sequencer';
import { SpecBus } from './bus.mother';
import { dossier } from './member.mother';

const ORIGIN = 'lienthong/integration-bus';

interface StoredEntry {
  log_id: string;
  kind: EntryKind;
  accepted_at: Date;
  attributes: SignedAttributes | null;
  signature: string | null;
  signature_path: string | null;
  verdict: EntryVerdict;
  key_id: string | null;
  grant_version: string | null;
  schema_hash: string | null;
  content: object | null;
  leaf: Buffer;
}

describe('sequencer', () => {
  let bus: SpecBus;
  beforeAll(async () => {
    bus = await SpecBus.start({ SEQUENCE_EVERY_MS: '60000', SEQUENCE_AT_ONCE: '7' });
  });
  afterAll(() => bus.stop());

  async function sequenceAll(): Promise<void> {
    const sequencer = bus.running.app.get(Sequencer);
    while ((await sequencer.sequence()) > 0);
  }

  it('places every entry once, and its signed checkpoints verify with the published key', async () => {
    const tax = bus.member('tax');
    for (const number of [1, 2, 3]) {
      const wishes = [1, 2, 3].map((sequence) => ({ dossierCode: dossier(number), sequence }));
      await bus.exchange.process(
        tax.notices([...wishes, { dossierCode: dossier(number), sequence: 4, body: { wrong: true } }]),
      );
      await sequenceAll();
    }
    const leaves = await bus.rows<{ position: string; leaf: Buffer }>(
      'select p.position, e.leaf from log_position p join log_entry e using (log_id) order by p.position',
    );
    expect(await bus.rows('select 1 from log_pending')).toEqual([]);
    expect(leaves.map(({ position }) => Number(position))).toEqual(leaves.map((_, i) => i));
    const [entries] = await bus.rows<{ n: number }>('select count(*)::int as n from log_entry');
    expect(leaves).toHaveLength(entries?.n ?? 0);

    const [key] = await bus.rows<{ jwk: PublicKeyJwk }>("select jwk from member_key where member = 'integration-bus'");
    if (!key) throw new Error('no key');
    const notes = await bus.rows<{ note: string; tree_size: string }>(
      'select note, tree_size from checkpoint order by tree_size',
    );
    expect(notes.length).toBeGreaterThan(3);
    for (const { note, tree_size: size } of notes) {
      const checkpoint = openCheckpoint(note, ORIGIN, publicKeyFromJwk(key.jwk));
      expect(checkpoint?.size).toBe(Number(size));
      expect(checkpoint?.root).toEqual(merkleRoot(leaves.slice(0, Number(size)).map(({ leaf }) => leaf)));
    }
  });

  it('has leaves that follow from the stored entries alone', async () => {
    const rows = await bus.rows<StoredEntry>('select * from log_entry');
    expect(new Set(rows.map(({ kind }) => kind))).toEqual(new Set(['bootstrap', 'accepted', 'rejected']));
    for (const row of rows) {
      const entry = {
        ...{ logId: row.log_id, kind: row.kind, acceptedAt: row.accepted_at, verdict: row.verdict },
        ...(row.attributes ? { attributes: row.attributes } : {}),
        ...(row.signature ? { signature: row.signature } : {}),
        ...(row.signature_path ? { signaturePath: row.signature_path } : {}),
        ...(row.key_id ? { keyId: row.key_id } : {}),
        ...(row.grant_version ? { grantVersion: row.grant_version } : {}),
        ...(row.schema_hash ? { schemaHash: row.schema_hash } : {}),
        ...(row.content ? { content: row.content } : {}),
      };
      expect(entryLeaf(entry)).toEqual(row.leaf);
    }
  });
});
