/**
 * Tell whether a glob matches some part of a path, wherever that begins and ends: `*` is any text without a slash, `**` any text,
 * `?` one character. Takes the length of both, multiplied, at most.
 */
export function matchesLoosely(glob: string, path: string): boolean {
  const tokens = tokensOf(glob);
  /** Whether the first tokens match what ends here, by their number. */
  let states = new Uint8Array(tokens.length + 1);
  states[0] = 1;
  for (let index = 0; ; index++) {
    follow(states, tokens);
    if (states[tokens.length] === 1) return true;
    if (index === path.length) return false;
    states = step(states, tokens, path.charAt(index));
  }
}

const ANY_TEXT = '**';
const ANY_NAME = '*';

function tokensOf(glob: string): readonly string[] {
  const tokens: string[] = [];
  for (let index = 0; index < glob.length; index++) {
    const isAnyText = glob.startsWith(ANY_TEXT, index);
    tokens.push(isAnyText ? ANY_TEXT : glob.charAt(index));
    if (isAnyText) index++;
  }
  return tokens;
}

/** What stands for any text may stand for none. */
function follow(states: Uint8Array, tokens: readonly string[]): void {
  for (const [number, token] of tokens.entries()) {
    if (states[number] === 1 && (token === ANY_TEXT || token === ANY_NAME)) states[number + 1] = 1;
  }
}

function step(states: Uint8Array, tokens: readonly string[], character: string): Uint8Array<ArrayBuffer> {
  const next = new Uint8Array(states.length);
  // A match may begin anywhere.
  next[0] = 1;
  for (const [number, token] of tokens.entries()) {
    if (states[number] !== 1) continue;
    if (token === ANY_TEXT) next[number] = 1;
    else if (token === ANY_NAME) next[number] = character === '/' ? (next[number] ?? 0) : 1;
    else if (token === character || (token === '?' && character !== '/')) next[number + 1] = 1;
  }
  return next;
}
