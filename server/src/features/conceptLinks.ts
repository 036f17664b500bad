import { CONCEPT_COMMAND, type ConceptAddress, SOURCE_COMMAND, SWITCH_OFF_COMMAND } from '../protocol';
import type { CardLinks } from '../terminology/card';
import type { Concept } from '../terminology/concept';
import { glossaryKey } from '../terminology/conceptAddress';
import type { Terminology } from '../terminology/terminology';
import type { ClientTraits } from './feature';

/** Name a concept for a client. */
export function addressOf(concept: Concept, terminology: Terminology): ConceptAddress {
  const glossary = terminology.glossaryOf(concept)?.uri ?? concept.origin.uri;
  return { glossary: glossaryKey(glossary), id: concept.id };
}

/** Make the links of a card: our own commands where the client serves them, else the concept's place in its file. */
export function cardLinks(terminology: Terminology, client: ClientTraits): CardLinks {
  if (!client.commandLinks) {
    return { concept: placeOf, page: () => undefined, source: placeOf };
  }
  const commandLink = (command: string) => (concept: Concept) => {
    const argument = JSON.stringify([addressOf(concept, terminology)]);
    return `command:${command}?${encodeURIComponent(argument)}`;
  };
  return {
    concept: commandLink(CONCEPT_COMMAND),
    page: commandLink(CONCEPT_COMMAND),
    source: commandLink(SOURCE_COMMAND),
    switchOff: (concept) => {
      const { glossary } = addressOf(concept, terminology);
      return `command:${SWITCH_OFF_COMMAND}?${encodeURIComponent(JSON.stringify([glossary]))}`;
    },
  };
}

/** Make the links of a concept page: other pages, by paths relative to it. */
export function pageLinks(terminology: Terminology): CardLinks {
  const page = (concept: Concept) => {
    const { glossary, id } = addressOf(concept, terminology);
    return `../${glossary}/${encodeURIComponent(id)}.md`;
  };
  return { concept: page, page, source: () => undefined };
}

/** Editors that open `file:` links take `#L12` for a line, counted from 1. */
function placeOf({ origin }: Concept): string {
  return `${origin.uri}#L${origin.line + 1}`;
}
