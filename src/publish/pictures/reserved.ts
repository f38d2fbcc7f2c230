import { BlockList, isIP } from 'node:net';

/** What IANA reserves, and the one public address that leads to a cloud's own service (168.63.129.16). */
const reserved: readonly string[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '168.63.129.16/32',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
];

/**
 * All of IPv6 that is given out. What lies outside is refused: loopback, IPv4 in disguise, NAT64, local, multicast. The
 * tunnels within it (Teredo, 6to4) stand among the reserved.
 */
const given: readonly string[] = ['2000::/3'];

function listOf(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}

const blocked = listOf(reserved);
const open = listOf(given);

/** Whether an address is none of the public internet, so that nothing is to be asked there; true for what is no address. */
export function isReserved(address: string): boolean {
  if (address.includes('%')) return true;
  const family = isIP(address);
  if (family === 4) return blocked.check(address, 'ipv4');
  return family !== 6 || !open.check(address, 'ipv6') || blocked.check(address, 'ipv6');
}
