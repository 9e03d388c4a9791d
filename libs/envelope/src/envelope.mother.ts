import type { Envelope } from './envelope';

/** A complete envelope with every optional attribute; hashes and signature have the right form only. */
export function completeEnvelope(): Envelope {
  return {
    attributes: {
      id: '019bf0f2-69f0-7b21-8c11-5a1f2e3d4c05',
      type: 'vn.lienthong.tax.payment-notices-issued.v1',
      source: '/members/tax',
      subject: 'H19.12-260803-0001',
      time: '2026-08-03T09:12:00.250+07:00',
      dataschema: 'urn:lienthong:schema:vn.lienthong.tax.payment-notices-issued.v1:abc',
      partitionkey: 'dossier:H19.12-260803-0001',
      senderoffice: 'bien-hoa',
      recipients: 'intake/bien-hoa,land-registry/bien-hoa',
      epoch: '1',
      sequence: '4',
      causationid: '019bf0f2-6000-7b21-8c11-5a1f2e3d4c05',
      expirytime: '2026-09-03T09:12:00.250+07:00',
      contenthash: `${'h'.repeat(42)}A`,
    },
    contentsalt: `${'s'.repeat(42)}A`,
    signature: 'aaa.bbb.ccc',
    signaturepath: '0:',
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    bus: {
      acceptedat: '2026-08-03T09:12:00.300+07:00',
      logid: '019bf0f2-6a10-7c3e-9a51-0f5a6d7c8e01',
      deliveryepoch: '1',
      deliverysequence: '9',
    },
    value: Buffer.from('{"a":1}'),
  };
}
