import { env, UIKind } from 'vscode';

/** In a browser the runner picks the suite's lines out of VS Code's own log by this mark; a desktop prints all it gets. */
const mark = env.uiKind === UIKind.Desktop ? '' : '[suite] ';

/** Print a line of the suite on the terminal of its runner. */
export function say(text: string): void {
  console.log(`${mark}${text}`);
}

/** Report a run of mocha line by line and close it with its totals. */
export function report(runner: Mocha.Runner): void {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  runner.on('suite', (suite) => suite.title && say(suite.fullTitle()));
  runner.on('pass', (test) => {
    counts.passed += 1;
    say(`  ✓ ${test.title} (${test.duration ?? 0} ms)`);
  });
  runner.on('pending', (test) => {
    counts.skipped += 1;
    say(`  - ${test.title}`);
  });
  runner.on('fail', (test, error) => {
    counts.failed += 1;
    say(`  ✗ ${test.title}\n${error.stack ?? error.message}`);
  });
  runner.on('end', () => {
    say(`${counts.passed} passed, ${counts.failed} failed${counts.skipped === 0 ? '' : `, ${counts.skipped} skipped`}`);
  });
}
