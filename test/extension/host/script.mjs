// The life of a script that starts servers and browsers: it is bounded, and leaves nothing behind.
import process from 'node:process';

/** Milliseconds that an installation of VS Code and a run of the suite may take together. */
export const installAndSuiteLimit = 15 * 60_000;

/** Milliseconds that an action of cleaning up may take before the next one begins. */
const cleanUpLimit = 10_000;

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** Say why a layer of the tests cannot run on this machine: a failure under CI, a message elsewhere. */
export class Unavailable extends Error {}

/** Say what went wrong in words that need no stack trace. */
export class Failure extends Error {}

/**
 * Run `main` as the whole of this process and exit with the code it resolves with. It hands what must be undone to its
 * argument `defer`; that happens in reverse order whether `main` ends, fails, takes longer than `limit` milliseconds
 * (where there is a limit) or is interrupted. `name` is what a message calls the script.
 */
export async function runScript({ name, limit }, main) {
  const deferred = [];
  const ends = [main((action) => deferred.push(action)), interruption(), crash()];
  if (limit !== undefined) ends.push(lateness(name, limit));
  let code;
  try {
    code = await Promise.race(ends);
  } catch (error) {
    code = explain(name, error);
  }
  for (let action = deferred.pop(); action; action = deferred.pop()) await cleanUp(action);
  process.exit(code);
}

/** Resolve after `milliseconds` with `value`. */
export function after(milliseconds, value) {
  return new Promise((resolve) => setTimeout(resolve, milliseconds, value));
}

function interruption() {
  return new Promise((resolve) => {
    for (const [signal, code] of Object.entries(signals)) process.once(signal, () => resolve(code));
  });
}

/** Node would end at once, for example where nobody reads the output any more, and leave servers behind. */
function crash() {
  return new Promise((_resolve, reject) => process.on('uncaughtException', reject));
}

async function lateness(name, limit) {
  await after(limit);
  throw new Failure(`${name}: no end after ${limit / 1000} s.`);
}

function explain(name, error) {
  if (error instanceof Unavailable) {
    const ci = isCI();
    console.error(`${name} did not run: ${error.message}${ci ? ' Under CI every layer must run.' : ''}`);
    return ci ? 1 : 0;
  }
  console.error(error instanceof Failure ? error.message : error);
  return 1;
}

function isCI() {
  return ![undefined, '', '0', 'false'].includes(process.env.CI);
}

async function cleanUp(action) {
  try {
    await Promise.race([action(), after(cleanUpLimit)]);
  } catch (error) {
    console.error('While cleaning up:', error);
  }
}
