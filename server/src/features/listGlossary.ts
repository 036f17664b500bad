import { checkNames } from '../analysis/checkList';
import { listGlossaryEdits } from '../configuration/listedGlossary';
import { rangeOf } from '../lsp';
import { type ConfigurationChange, type ListGlossaryParams, ListGlossaryRequest } from '../protocol';
import type { Feature } from './feature';

/** `glossaryLens/listGlossary`: the edit of the configuration of a file's folder that lists it as a glossary. */
export const listGlossary: Feature<ListGlossaryParams, ConfigurationChange | null> = {
  method: ListGlossaryRequest.method,
  capabilities: {},
  subject: ({ uri }) => ({ uri }),
  handle({ configuration }, { uri, as, columns }) {
    if (configuration === undefined) return null;
    const listed = {
      source: pathFrom(configuration.uri, uri),
      ...(as === undefined ? {} : { as }),
      ...(columns === undefined ? {} : { columns: new Map(columns) }),
    };
    const edits = listGlossaryEdits(configuration, listed, checkNames);
    if (edits === undefined) return null;
    return {
      uri: configuration.uri,
      exists: configuration.exists,
      edits: edits.map(({ span, text }) => ({ range: rangeOf(configuration.lines, span), newText: text })),
    };
  },
  fallback: null,
};

/** Give the path from the folder of one file to another, or its URI where no path leads there. */
function pathFrom(from: string, to: string): string {
  const [fromParts, toParts] = [from.split('/'), to.split('/')];
  let shared = 0;
  while (shared < toParts.length - 1 && fromParts[shared] === toParts[shared]) shared++;
  // The scheme, the authority and the root: what differs there is another world.
  if (shared < ROOT_PARTS) return to;
  const up = fromParts.slice(shared, -1).map(() => '..');
  const down = toParts.slice(shared).map(decoded);
  return [...up, ...down].join('/');
}

/** `file:///a` has three in front of its first folder: the scheme, nothing, the authority. */
const ROOT_PARTS = 3;

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
