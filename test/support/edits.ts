import fc from 'fast-check';
import type { Change } from '../../server/src/languages/document';

/** Replace `removed` units of a text, from the given share of its length on. */
export interface Edit {
  readonly share: number;
  readonly removed: number;
  readonly inserted: string;
}

/** Apply an edit, and tell what it did. */
export function applyEdit(text: string, { share, removed, inserted }: Edit): { text: string; change: Change } {
  const start = Math.floor(share * text.length);
  const oldEnd = Math.min(text.length, start + removed);
  return {
    text: text.slice(0, start) + inserted + text.slice(oldEnd),
    change: { start, oldEnd, newEnd: start + inserted.length },
  };
}

/** Lines that mean something to Markdown, to YAML or to both, and to the lines around them. */
const LINES = [
  '',
  '# Pods and nodes',
  'A pod runs on a node; see [the pod][pod], [node] and `pod`.',
  '[pod]: https://example.com/pod',
  '[node]: https://example.com/node "Node"',
  '- a pod',
  '  - name: pod',
  '    kind: Pod # the pod of a node',
  'text: |',
  '  A pod in a block of text.',
  'flow: { pod: [node, "a pod"',
  '}]',
  '```yaml',
  '```',
  '> a quoted',
  '> pod',
  '<!-- pod',
  'pod -->',
  '---',
  '| pod | node |',
  '{{ if .pod }}',
  "'a pod",
  'node',
];

const anyLine = fc.constantFrom(...LINES);

/** Texts of several sections. */
export const anyText: fc.Arbitrary<string> = fc
  .tuple(fc.array(anyLine, { minLength: 1, maxLength: 60 }), fc.integer({ min: 1, max: 12 }))
  .map(([lines, times]) => `${lines.join('\n')}\n`.repeat(times));

/** What people type, take back and paste. */
export const anyEdit: fc.Arbitrary<Edit> = fc.record({
  share: fc.double({ min: 0, max: 1, noNaN: true }),
  removed: fc.oneof(fc.constantFrom(0, 1), fc.nat({ max: 30 }), fc.nat({ max: 5000 })),
  inserted: fc.oneof(
    fc.constantFrom('', 'p', ' ', '\n', '[', '`', '"', '#'),
    anyLine.map((line) => `\n${line}\n`),
    anyText,
  ),
});
