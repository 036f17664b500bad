import 'mocha/mocha.js';
import { report, say } from './report';

/** Milliseconds that a test may take: the first hover waits for VS Code to start its own extensions. */
const testLimit = 30_000;

/** What the titles of the tests have that are run, put in when the suite is bundled. */
declare const ONLY: string | null;

/** Run what `load` defines with mocha's browser build, the one that runs in both extension hosts. */
export async function runMocha(title: string, load: () => Promise<unknown>): Promise<void> {
  mocha.setup({ ui: 'bdd', timeout: testLimit, reporter: Mocha.reporters.Base });
  say(title);
  if (ONLY !== null) mocha.fgrep(ONLY);
  await load();
  // `mocha.run` itself first reads the query of a page's address, which Node has not.
  const failures = await new Promise<number>((resolve) => {
    report(Mocha.prototype.run.call(mocha, resolve));
  });
  if (failures > 0) throw new Error(`${failures} failed`);
}
