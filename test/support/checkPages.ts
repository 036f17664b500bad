import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { parseMarkdown } from '../../server/src/terminology/card/markdownTree';

const folder = path.join(import.meta.dirname, '../../docs/checks');

/** A page of docs/checks, taken apart. */
export interface CheckPage {
  readonly name: string;
  /** Of all levels, in order. */
  readonly headings: readonly string[];
  /** Of the text before the second heading. */
  readonly paragraphs: readonly string[];
  readonly blocks: readonly CodeBlock[];
}

/** A fenced block of a page. */
export interface CodeBlock {
  /** The heading above it. */
  readonly heading: string;
  readonly language: string;
  /** What follows the language: the name of a file. */
  readonly file: string | undefined;
  /** With the last line end. */
  readonly text: string;
}

/** Give the names of all pages of checks that there are. */
export function checkPageNames(): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => path.basename(name, '.md'));
}

/** Read the page of a check. */
export function readCheckPage(name: string): CheckPage {
  const root = parseMarkdown(readFileSync(path.join(folder, `${name}.md`), 'utf8'));
  return { name, ...headingsOf(root), blocks: blocksOf(root) };
}

/** Give the rows of the tables of all checks, as they are written. */
export function checkTableRows(): readonly string[] {
  const lines = readFileSync(path.join(folder, 'README.md'), 'utf8').split('\n');
  return lines.filter((line) => line.startsWith('| ['));
}

/** Take the fenced blocks out of Markdown, with the headings above them. */
export function codeBlocks(markdown: string): readonly CodeBlock[] {
  return blocksOf(parseMarkdown(markdown));
}

function headingsOf({ children }: Root): Pick<CheckPage, 'headings' | 'paragraphs'> {
  const headings: string[] = [];
  const paragraphs: string[] = [];
  for (const node of children) {
    if (node.type === 'heading') headings.push(textOf(node));
    if (node.type === 'paragraph' && headings.length === 1) paragraphs.push(textOf(node).replaceAll('\n', ' '));
  }
  return { headings, paragraphs };
}

function blocksOf({ children }: Root): readonly CodeBlock[] {
  const blocks: CodeBlock[] = [];
  let heading = '';
  for (const node of children) {
    if (node.type === 'heading') heading = textOf(node);
    if (node.type === 'code') {
      blocks.push({ heading, language: node.lang ?? '', file: node.meta ?? undefined, text: `${node.value}\n` });
    }
  }
  return blocks;
}
