import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** Networks that no webhook may lie in, unless the configuration says so: IANA special-purpose registries (RFC 6890). */
const SPECIAL: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];
/** Only what is global unicast (2000::/3) is reached, and of that not what stands for something else. */
const SPECIAL_IN_GLOBAL: readonly (readonly [network: string, prefix: number])[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

const special = new BlockList();
for (const [network, prefix] of SPECIAL) special.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of SPECIAL_IN_GLOBAL) special.addSubnet(network, prefix, 'ipv6');
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** Where an address lies: in a network of ours (`10.1.0.0/16`), in public, or where no webhook may be. */
export function networksBy(allowed: readonly string[]): (address: string) => 'own' | 'public' | undefined {
  const ours = new BlockList();
  for (const cidr of allowed) {
    const [network = '', prefix = ''] = cidr.split('/');
    ours.addSubnet(network, Number(prefix), isIPv6(network) ? 'ipv6' : 'ipv4');
  }
  return (address) => {
    const family = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (ours.check(address, family)) return 'own';
    const isPublic = family === 'ipv4' || (isIPv6(address) && globalUnicast.check(address, family));
    return isPublic && !special.check(address, family) ? 'public' : undefined;
  };
}
