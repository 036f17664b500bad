/**
 * Compile termScan.ts, which is AssemblyScript, and write it as text into server/src/terminology/termScanCode.ts, so that no
 * environment has to find and load a file: `npm run scan`. With `--check`, only tell whether that file is up to date.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import asc from 'assemblyscript/asc';

const target = path.join(import.meta.dirname, '../src/terminology/termScanCode.ts');
/** A browser compiles no larger module at once in a worker. */
const MOST_BYTES = 4096;

const bytes = await compile();
if (bytes.length > MOST_BYTES) throw new Error(`The module has ${bytes.length} bytes`);
const source = `// cspell:disable
/** What server/scan/termScan.ts is compiled to, in Base64; \`npm run scan\` writes this file. */
export const termScanCode =
  '${bytes.toString('base64')}';
`;
if (!process.argv.includes('--check')) writeFileSync(target, source);
else if (readFileSync(target, 'utf8') !== source) throw new Error('termScanCode.ts is older than its source');

async function compile() {
  const files = ['termScan.ts', '--outFile', 'termScan.wasm', '--baseDir', import.meta.dirname];
  const options = ['--optimizeLevel', '3', '--runtime', 'stub', '--noAssert', '--importMemory', '--initialMemory', '1'];
  const written = [];
  const { error, stderr } = await asc.main([...files, ...options, '--enable', 'simd'], {
    writeFile: (_name, contents) => {
      written.push(contents);
    },
  });
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return Buffer.from(written[0]);
}
