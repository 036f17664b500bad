import { fitBlocks, markdown } from '../../../server/src/terminology/card/markdown';
import type { CardLinks, RelatedConcept } from '../../../server/src/terminology/card/parts';
import { fieldTexts } from '../../../server/src/terminology/card/parts';
import type { Concept, Sense, Term, TermKind, TermStatus } from '../../../server/src/terminology/concept';

/** Make a term; by default the preferred full form. */
export function term(text: string, status: TermStatus = 'preferred', kind: TermKind = 'full', reason?: string): Term {
  return { text, status, kind, caseRule: 'auto', ...(reason === undefined ? {} : { reason }) };
}

/** Make a concept named `name`, with only a definition beside what is given. */
export function concept(name: string, given: Partial<Concept> = {}): Concept {
  return {
    id: name.toLowerCase(),
    terms: [term(name)],
    definition: `What ${name} is.`,
    examples: [],
    faq: [],
    links: [],
    related: [],
    origin: { uri: 'file:///work/acme%20platform.glossary.yaml', span: { start: 0, end: 1 }, line: 0 },
    ...given,
  };
}

/** Read a concept by its preferred term, or by another. */
export function sense(of: Concept, glossary = 'Acme platform', read: Term = of.terms[0]): Sense {
  return { concept: of, term: read, glossary };
}

/** Write a Markdown field alone as a card does, in at most `limit` characters. */
export function safeMarkdown(source: string, limit = Number.POSITIVE_INFINITY): string {
  return fitBlocks(fieldTexts(source, markdown), limit, markdown).blocks.join('\n\n');
}

/** Short addresses of the kind that an editor serves. */
export const links: CardLinks = {
  concept: ({ id }) => `command:show?${id}`,
  page: ({ id }) => `command:page?${id}`,
  source: ({ id }) => `file:///acme.yaml#${id}`,
};

/** What a client without commands and files is given. */
export const noLinks: CardLinks = { concept: () => undefined, page: () => undefined, source: () => undefined };

/** Know every name but those in lower case. */
export const related: RelatedConcept = (name) => (name === name.toLowerCase() ? undefined : concept(name));

/** A concept with everything. */
export const kubernetes = concept('Kubernetes', {
  terms: [
    term('Kubernetes'),
    term('K8s', 'admitted', 'abbreviation'),
    term('kube', 'admitted', 'variant'),
    term('kubernates', 'deprecated', 'variant', 'misspelling'),
  ],
  pronunciation: 'koo-ber-NET-eez',
  category: 'Engineering and DevOps',
  definition: 'A system that *runs* containers.',
  plain: 'system that runs programs',
  description: 'You say what should run.\n\nIt keeps it so.',
  examples: [{ title: 'A big deployment', text: 'Run `kubectl scale`.' }, { text: 'Later.' }],
  faq: [{ question: 'When do *we* need it?', answer: 'With many services.' }],
  links: [{ title: 'Home', url: 'https://kubernetes.io' }],
  related: ['Docker', 'Pod'],
});
