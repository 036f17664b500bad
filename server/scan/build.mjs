/**
 * Compile termScan.ts, which is AssemblyScript, and write it as text into server/src/terminology/termScanCode.ts, so that no
 * environment has to find and load a file: `npm run scan`. A test holds that text to its source.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import asc from 'assemblyscript/asc';

const root = path.join(import.meta.dirname, '../..');

/** Compile the module and give its bytes. */
export async function compileScan() {
  const options = ['--optimizeLevel', '3', '--runtime', 'stub', '--noAssert', '--importMemory', '--initialMemory', '1', '--enable', 'simd'];
  const files = ['termScan.ts', '--outFile', 'termScan.wasm', '--baseDir', import.meta.dirname];
  let bytes;
  const { error, stderr } = await asc.main([...files, ...options], {
    writeFile: (_name, contents) => {
      bytes = contents;
    },
  });
  if (error) throw new Error(`${error.message}\n${stderr}`);
  return Buffer.from(bytes);
}

/** Write the source text that holds the bytes of the module. */
export function scanSource(bytes) {
  return `// cspell:disable
/** What server/scan/termScan.ts is compiled to, in Base64; \`npm run scan\` writes this file. */
export const termScanCode =
  '${bytes.toString('base64')}';
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const bytes = await compileScan();
  writeFileSync(path.join(root, 'server/src/terminology/termScanCode.ts'), scanSource(bytes));
  console.log(`${bytes.length} bytes`);
}
