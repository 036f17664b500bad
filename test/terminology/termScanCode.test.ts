import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { termScanModule } from '../../server/src/terminology/termScanner';

describe('the scanner of long texts', function () {
  // The compiler is itself compiled first.
  this.timeout(120_000);

  it('is what its source is compiled to: run `npm run scan`', () => {
    const build = path.join(import.meta.dirname, '../../server/scan/build.mjs');
    const { status, stderr } = spawnSync(process.execPath, [build, '--check'], { encoding: 'utf8' });
    assert.equal(status, 0, stderr);
  });

  it('can be compiled here', () => assert.notEqual(termScanModule(), undefined));
});
