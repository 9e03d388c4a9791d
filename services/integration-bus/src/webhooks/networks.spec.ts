import { networksBy } from './networks';

describe('a webhook may lie', () => {
  const networkOf = networksBy([]);

  it.each(['8.8.8.8', '203.162.4.191', '2405:4800::1', '2606:4700:4700::1111'])(
    'at the public address %s',
    (address) => {
      expect(networkOf(address)).toBe('public');
    },
  );

  it.each([
    ...[
      '127.0.0.1',
      '127.8.9.1',
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.255',
      '192.168.1.1',
      '169.254.169.254',
      '0.0.0.0',
    ],
    ...['100.64.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255', '::1', '::', 'fe80::1', 'fc00::1', 'fd12:3456::1'],
    ...[
      '::ffff:127.0.0.1',
      '::ffff:10.0.0.1',
      '64:ff9b::7f00:1',
      '2002:7f00:1::',
      '2001:db8::1',
      'ff02::1',
      'nonsense',
    ],
  ])('not at %s', (address) => {
    expect(networkOf(address)).toBeUndefined();
  });

  it('in a network of the province’s own that the configuration names, and nowhere beside it', () => {
    const inOurs = networksBy(['10.1.0.0/16', '::1/128']);
    expect(['10.1.2.3', '::1', '10.2.0.1', '127.0.0.1', '::2', '8.8.8.8'].map(inOurs)).toEqual([
      ...['own', 'own', undefined, undefined, undefined, 'public'],
    ]);
  });
});
