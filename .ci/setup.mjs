/** Install what package-lock.json names, unless node_modules already holds just that. */
import { execSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.dirname(import.meta.dirname);
const stamp = path.join(root, 'node_modules', '.installed-lock');
const lock = createHash('sha256')
  .update(readFileSync(path.join(root, 'package-lock.json')))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lock) {
  console.log('Installing packages …');
  // Scripts of packages are not needed, and run nothing here.
  execSync('npm ci --ignore-scripts', { cwd: root, stdio: 'inherit' });
  writeFileSync(stamp, lock);
}
