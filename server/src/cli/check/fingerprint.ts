/**
 * Hash a text to 16 hexadecimal digits: the same on every machine and in every version. It tells findings and files apart, and
 * keeps nothing secret.
 */
export function hashOf(text: string): string {
  let high = 0xdead_beef;
  let low = 0x41c6_ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 0x9e37_79b1);
    low = Math.imul(low ^ unit, 0x5f35_6495);
  }
  const mixedHigh = mix(high, low);
  const mixedLow = mix(low, high);
  return hexadecimal(mixedHigh) + hexadecimal(mixedLow);
}

/** Give what a finding stays known by while other lines of its file change: its check, its words and its line. */
export function fingerprintOf(check: string, words: string, line: string): string {
  // A line that is only indented anew says the same.
  return hashOf([check, words, line.trim()].join('\0'));
}

/** As MurmurHash does at its end: each bit of the two halves reaches every bit of the result. */
function mix(half: number, other: number): number {
  const first = Math.imul(half ^ (half >>> 16), 0x85eb_ca6b);
  return first ^ (first >>> 13) ^ Math.imul(other ^ (other >>> 13), 0xc2b2_ae35);
}

function hexadecimal(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
