import type { Files, Host } from '../host';
import { nodeWeb } from '../node/web';
import { createWebFiles } from '../sources/web/files';
import type { WebFiles } from '../sources/web/web';

/** What a command reads glossaries with. */
export interface CommandHost {
  readonly host: Host;
  readonly web: WebFiles | undefined;
  /** Load something with glossaries from the web in it: once more when they have come, since one may name others. */
  load<T>(load: () => Promise<T>): Promise<T>;
}

/** Glossaries that name others, which name others: deeper is hardly meant. */
const MOST_ROUNDS = 5;

/**
 * Make the ports of a command: its files are taken to stay as they are while it runs. It asks the web for what its glossaries
 * are kept at, on hosts that its options or the environment allow, and says when something else came than was there.
 */
export function commandHost(
  files: Files,
  allowedHosts: readonly string[],
  onChange: (url: string) => void,
): CommandHost {
  const host: Host = { files, clock: stoppedClock, log: silentLog, copyUnits, ...nodeWeb(() => undefined) };
  let changes = 0;
  const web = createWebFiles(host, {
    allowedHosts: () => allowedHosts,
    // Whoever runs a command in a folder trusts what its configurations name, as far as hosts are allowed.
    isTrusted: () => true,
    ask: undefined,
    stopwatch: { now: () => performance.now() },
    onChange(url) {
      changes++;
      onChange(url);
    },
  });
  return {
    host,
    web,
    async load(load) {
      for (let round = 1; ; round++) {
        const before = changes;
        const loaded = await load();
        await web?.settled();
        // What came meanwhile may have come too late for this.
        if (changes === before || round === MOST_ROUNDS) return loaded;
      }
    },
  };
}

/** The fastest way to copy that Node knows. */
function copyUnits(text: string, target: Uint16Array): void {
  Buffer.from(target.buffer).write(text, 'utf16le');
}

const stoppedClock = { now: () => 0, after: () => () => {} };
const silentLog = { info: () => {}, warn: () => {}, error: () => {} };
