/** The product's own modules as one file that Node can load, built as the product is. */
import path from 'node:path';
import { build } from 'esbuild';

const root = path.join(import.meta.dirname, '../..');

/** Bundle a module given as TypeScript whose imports count from the root of the repository; gives the path of the file. */
export async function bundle(name, contents) {
  const outfile = path.join(root, `out/bench/${name}.cjs`);
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    minify: process.env.KEEP_NAMES === undefined,
    keepNames: process.env.KEEP_NAMES !== undefined,
    outfile,
    logLevel: 'warning',
  });
  return outfile;
}
