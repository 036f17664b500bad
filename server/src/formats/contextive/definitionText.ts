/** The two fields that one text of Contextive becomes. */
export interface DefinitionParts {
  readonly definition: string;
  readonly description?: string;
}

/** Part the definition of a term: its first paragraph says what it is, the others describe it. */
export function splitDefinition(text: string): DefinitionParts {
  const whole = text.trim();
  const end = firstParagraphEnd(whole);
  if (end === undefined) return { definition: whole };
  return { definition: whole.slice(0, end).trimEnd(), description: whole.slice(end).trim() };
}

/** Put a definition and what describes it into one text: the inverse of `splitDefinition`, but for texts with a break of their own. */
export function joinDefinition({ definition, description }: DefinitionParts): string {
  return [definition, description ?? ''].filter((part) => part.trim() !== '').join('\n\n');
}

/** Find the first blank line that ends a block: not in a fence, and not before what goes on with a list. */
function firstParagraphEnd(text: string): number | undefined {
  let fence: string | undefined;
  let blank: number | undefined;
  for (let start = 0; start < text.length; ) {
    const lineFeed = text.indexOf('\n', start);
    const end = lineFeed === -1 ? text.length : lineFeed;
    const line = text.slice(start, end);
    const marks = /^ {0,3}(```|~~~)/.exec(line)?.[1];
    if (line.trim() === '') blank ??= fence === undefined ? start : undefined;
    else if (blank !== undefined && !/^(?: {2}|\t)/.test(line)) return blank;
    else blank = undefined;
    if (marks !== undefined && (fence === undefined || fence === marks))
      fence = fence === undefined ? marks : undefined;
    start = end + 1;
  }
  return undefined;
}
