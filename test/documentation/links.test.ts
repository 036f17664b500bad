import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { parseMarkdown } from '../../server/src/terminology/card/markdownTree';

const root = path.join(import.meta.dirname, '../..');
const pages = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join('docs', name)),
];

describe('the links of the documentation', () => {
  for (const page of pages) {
    it(`lead somewhere: ${page}`, () => {
      const broken = linksIn(page).filter((url) => !leads(url, page));
      assert.deepEqual(broken, []);
    });
  }

  it('are found', () => assert.ok(linksIn('README.md').length > 5));
});

/** Tell whether a relative link leads to a file that is there, and to a heading of it where it names one. */
function leads(url: string, page: string): boolean {
  const [target = '', anchor] = url.split('#');
  const file = target === '' ? page : path.join(path.dirname(page), target);
  if (!existsSync(path.join(root, file))) return false;
  return anchor === undefined || anchorsIn(file).includes(anchor);
}

function linksIn(page: string): readonly string[] {
  const urls: string[] = [];
  for (const node of nodesOf(page)) {
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') continue;
    if (!/^[a-z]+:/i.test(node.url)) urls.push(decodeURI(node.url));
  }
  return urls;
}

/** As GitHub makes them of headings: without signs, and with hyphens for spaces. */
function anchorsIn(page: string): readonly string[] {
  return nodesOf(page)
    .filter((node) => node.type === 'heading')
    .map((heading) =>
      textOf(heading)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\p{M} _-]/gu, '')
        .replaceAll(' ', '-'),
    );
}

function nodesOf(page: string): readonly Nodes[] {
  const found: Nodes[] = [parseMarkdown(readFileSync(path.join(root, page), 'utf8'))];
  for (const node of found) if ('children' in node) for (const child of node.children) found.push(child);
  return found;
}
