/** Whom an address of the internet protocol reaches. */
export type Reach =
  | 'public'
  /** Machines of a company or a home: 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, fc00::/7. */
  | 'intranet'
  /** This machine, its link, what runs it, or many at a time: nothing that keeps glossaries. */
  | 'local';

/** Tell whom an address reaches, in any spelling that operating systems give; undefined where it is no address. */
export function reachOf(address: string): Reach | undefined {
  const four = readFour(address);
  if (four !== undefined) return reachOfFour(four);
  const six = readSix(address);
  return six === undefined ? undefined : reachOfSix(six);
}

/** Tell whether a host, as it stands in a URL, is this machine or a part of its surroundings by its very name. */
export function isLocalHost(hostname: string): boolean {
  const name = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  return name === 'localhost' || name.endsWith('.localhost') || reachOf(name) === 'local';
}

type Four = readonly [number, number, number, number];

function reachOfFour([a, b]: Four): Reach {
  // This network, loopback, and all from multicast on.
  if (a === 0 || a === 127 || a >= 224) return 'local';
  // Link-local, where machines in clouds find what runs them, and the network between a provider and its customers.
  if ((a === 169 && b === 254) || (a === 100 && b >= 64 && b < 128)) return 'local';
  const isPrivate = a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168);
  return isPrivate ? 'intranet' : 'public';
}

function reachOfSix(groups: readonly number[]): Reach {
  const [first = 0, second = 0, third = 0, , , sixth = 0, seventh = 0, eighth = 0] = groups;
  const isZeroTo = (count: number) => groups.slice(0, count).every((group) => group === 0);
  if (isZeroTo(7) && eighth <= 1) return 'local';
  // Addresses of version 4 inside of those of version 6: mapped, compatible, translated, and 6to4.
  if (isZeroTo(5) && (sixth === 0xffff || sixth === 0)) return reachOfFour(fourOf(seventh, eighth));
  if (first === 0x64 && second === 0xff9b) return reachOfFour(fourOf(seventh, eighth));
  if (first === 0x2002) return reachOfFour(fourOf(second, third));
  // Link-local, site-local and multicast.
  if (first >= 0xfe80) return 'local';
  return (first & 0xfe00) === 0xfc00 ? 'intranet' : 'public';
}

function fourOf(high: number, low: number): Four {
  return [high >> 8, high & 0xff, low >> 8, low & 0xff];
}

function readFour(text: string): Four | undefined {
  const parts = text.length > 15 ? [] : text.split('.');
  const [a, b, c, d] = parts.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : 256));
  if (parts.length !== 4 || a === undefined || b === undefined || c === undefined || d === undefined) return undefined;
  return Math.max(a, b, c, d) > 255 ? undefined : [a, b, c, d];
}

/** The longest spelling, with an address of version 4 at its end: `0000:0000:0000:0000:0000:ffff:255.255.255.255`. */
const LONGEST_SIX = 45;

function readSix(text: string): readonly number[] | undefined {
  const [address = ''] = text.split('%', 1);
  if (address.length > LONGEST_SIX || !address.includes(':')) return undefined;
  const [before = '', after, ...more] = address.split('::');
  const head = readGroups(before);
  const tail = readGroups(after ?? '');
  if (head === undefined || tail === undefined || more.length > 0) return undefined;
  const missing = 8 - head.length - tail.length;
  if (after === undefined ? missing !== 0 : missing < 1) return undefined;
  return [...head, ...new Array<number>(missing).fill(0), ...tail];
}

function readGroups(text: string): readonly number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    const four = index === parts.length - 1 ? readFour(part) : undefined;
    if (four !== undefined) groups.push(four[0] * 256 + four[1], four[2] * 256 + four[3]);
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(Number.parseInt(part, 16));
    else return undefined;
  }
  return groups;
}
