import { checks } from './analysis/checks';
import type { Policy } from './analysis/policy';
import { GlossaryLoader, type LoadedGlossary, type LoaderContext } from './glossaryLoader';
import type { Host } from './host';
import type { Glossary } from './terminology/glossary';
import { createStemmers } from './terminology/inflection/stemming';
import { createTerminology, type Terminology } from './terminology/terminology';
import { type GlossaryTerms, indexTerms } from './terminology/vocabulary';

/** All that applies to a document. */
export interface Scope {
  /** Its glossaries, the nearest first. */
  readonly loaded: readonly LoadedGlossary[];
  /** What they say. */
  readonly terminology: Terminology;
  /** What those say that have a say in checks: all but the shipped one, unless the policy asks for that. */
  readonly checked: Terminology;
  readonly policy: Policy;
}

/** How many sets of glossaries are kept: two for each folder with glossaries of its own, with and without the shipped one. */
const TERMINOLOGIES_KEPT = 32;

/** Finds out what applies to documents. What is the same for two of them is the same value. */
export class ScopeLoader {
  readonly #loader: GlossaryLoader;
  /** The last used first. */
  readonly #terminologies: Terminology[] = [];
  /** The indexed terms of glossaries: one is indexed once, for all the terminologies that it is in. */
  readonly #terms = new WeakMap<Glossary, GlossaryTerms>();
  readonly #stemmers = createStemmers();

  constructor(host: Host) {
    this.#loader = new GlossaryLoader(host);
  }

  /** Load what applies to a document, from memory where nothing changed. */
  async scopeOf(documentUri: string, context: LoaderContext): Promise<Scope> {
    const loaded = await this.#loader.glossariesFor(documentUri, context);
    await this.#stemmers.load(loaded.flatMap(({ glossary }) => glossary?.language ?? []));
    const policy = policyFor(loaded);
    const checked = policy.checksShipped ? loaded : loaded.filter(({ isShipped }) => !isShipped);
    return { loaded, terminology: this.#terminologyOf(loaded), checked: this.#terminologyOf(checked), policy };
  }

  /** List all glossary files that are kept. */
  kept(): readonly LoadedGlossary[] {
    return this.#loader.kept();
  }

  /** Look at a file, or at all of them, again at the next question. */
  invalidate(uri?: string): void {
    this.#loader.invalidate(uri);
  }

  #terminologyOf(loaded: readonly LoadedGlossary[]): Terminology {
    const glossaries = loaded.map(({ glossary }) => glossary).filter((glossary) => glossary !== undefined);
    const index = this.#terminologies.findIndex((kept) => isSameList(kept.glossaries, glossaries));
    const [kept] = index < 0 ? [] : this.#terminologies.splice(index, 1);
    const terminology = kept ?? createTerminology(glossaries, (glossary) => this.#termsOf(glossary));
    this.#terminologies.unshift(terminology);
    this.#terminologies.length = Math.min(this.#terminologies.length, TERMINOLOGIES_KEPT);
    return terminology;
  }

  #termsOf(glossary: Glossary): GlossaryTerms {
    const terms = this.#terms.get(glossary) ?? indexTerms(glossary, (language) => this.#stemmers.of(language));
    this.#terms.set(glossary, terms);
    return terms;
  }
}

/** The defaults of the checks where a team has a glossary of its own; silence where it has none. */
function policyFor(loaded: readonly LoadedGlossary[]): Policy {
  return loaded.some(({ isShipped }) => !isShipped) ? defaultPolicy : silentPolicy;
}

const silentPolicy: Policy = {
  severities: new Map(),
  acceptedAbbreviations: new Set(),
  audience: undefined,
  checksQuotations: false,
  checksShipped: false,
  languages: [],
};
const defaultPolicy: Policy = {
  ...silentPolicy,
  severities: new Map(
    checks.flatMap(({ name, defaultSeverity }) => (defaultSeverity === 'off' ? [] : [[name, defaultSeverity]])),
  ),
};

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
