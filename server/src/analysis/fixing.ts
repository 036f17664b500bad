import type { Edit, Finding, Fix } from './finding';

/** Take the edits of all safe fixes of a document's findings, sorted; of fixes that touch each other the first counts. */
export function safeEdits(findings: readonly Finding[]): readonly Edit[] {
  return editsOf(findings, ({ isSafe }) => isSafe);
}

/** Take the edits of the first wanted fix of each finding, sorted and disjoint; `findings` are in the order of the text. */
export function editsOf(findings: readonly Finding[], isWanted: (fix: Fix) => boolean): readonly Edit[] {
  return fixesOf(findings, isWanted).flatMap(({ edits }) => edits);
}

/** Take the first wanted fix of each finding, of fixes that touch each other the first. */
export function fixesOf(findings: readonly Finding[], isWanted: (fix: Fix) => boolean): readonly Fix[] {
  const taken: Fix[] = [];
  let end = -1;
  for (const { fixes } of findings) {
    const fix = fixes.find(isWanted);
    const first = fix?.edits[0];
    const last = fix?.edits.at(-1);
    // Edits that only touch may still write into one word.
    if (fix === undefined || first === undefined || last === undefined || first.span.start <= end) continue;
    taken.push(fix);
    end = last.span.end;
  }
  return taken;
}

/** Write a text with edits made; they are sorted and disjoint. */
export function edited(text: string, edits: readonly Edit[]): string {
  let result = '';
  let end = 0;
  for (const { span, text: words } of edits) {
    result += text.slice(end, span.start) + words;
    end = span.end;
  }
  return result + text.slice(end);
}
