import { URI } from 'vscode-uri';
import { checkNames, configurableChecks } from './analysis/checkList';
import type { Policy } from './analysis/policy';
import { isSamePolicy, policyOf } from './configuration/policy';
import { type AppliedConfiguration, ConfigurationLoader, type LoadedConfiguration } from './configurationLoader';
import { GlossaryLoader, type LoadedGlossary, type LoaderContext } from './glossaryLoader';
import type { Host } from './host';
import type { WebFiles } from './sources/web';
import { withWeb } from './sources/webFiles';
import type { Glossary } from './terminology/glossary';
import { createStemmers } from './terminology/inflection/stemming';
import { createTerminology, type Terminology } from './terminology/terminology';
import { type GlossaryTerms, indexTerms } from './terminology/vocabulary';
import { workspaceFolderOf } from './workspaceFolders';

/** All that applies to a document. */
export interface Scope {
  /** Its glossaries, the nearest first. */
  readonly loaded: readonly LoadedGlossary[];
  /** What they say. */
  readonly terminology: Terminology;
  /** What those say that have a say in checks: all but the shipped one, unless the policy asks for that. */
  readonly checked: Terminology;
  readonly policy: Policy;
  /** The file that says how it is checked; undefined where there is none. */
  readonly configuration: LoadedConfiguration | undefined;
}

/** How many sets of glossaries are kept: two for each folder with glossaries of its own, with and without the shipped one. */
const TERMINOLOGIES_KEPT = 32;

/** How many policies are kept: a folder has one for each group of paths that its configuration tells apart. */
const POLICIES_KEPT = 32;

/** Finds out what applies to documents. What is the same for two of them is the same value. */
export class ScopeLoader {
  readonly #web: WebFiles | undefined;
  readonly #glossaries: GlossaryLoader;
  readonly #configurations: ConfigurationLoader;
  /** The last used first. */
  readonly #policies: Policy[] = [];
  /** The last used first. */
  readonly #terminologies: Terminology[] = [];
  /** The indexed terms of glossaries: one is indexed once, for all the terminologies that it is in. */
  readonly #terms = new WeakMap<Glossary, GlossaryTerms>();
  readonly #stemmers = createStemmers();

  constructor(host: Host, web?: WebFiles) {
    this.#web = web;
    this.#glossaries = new GlossaryLoader({ ...host, files: withWeb(host.files, web) });
    this.#configurations = new ConfigurationLoader(host, () => checkNames);
  }

  /** Load what applies to a document, from memory where nothing changed. */
  async scopeOf(documentUri: string, context: LoaderContext): Promise<Scope> {
    const applied = await this.#configurations.configurationFor(documentUri, context);
    const configuration = applied?.loaded;
    const listed = (configuration?.configuration?.glossaries ?? []).filter(
      (uri) => context.isTrusted || workspaceFolderOf(uri, context.workspaceFolders) !== undefined,
    );
    this.#followWeb([...listed, ...context.settings.glossaries]);
    const loaded = await this.#glossaries.glossariesFor(documentUri, context, listed);
    await this.#stemmers.load(loaded.flatMap(({ glossary }) => glossary?.language ?? []));
    const terminology = this.#terminologyOf(loaded);
    const policyFor = () => this.#policyFor(loaded, applied, context);
    const terminologyOf = (some: readonly LoadedGlossary[]) => this.#terminologyOf(some);
    let policy: Policy | undefined;
    let checked: Terminology | undefined;
    const scope: Scope = {
      loaded,
      terminology,
      configuration,
      // A hover asks for neither, and the code of checks is loaded with them.
      get policy() {
        policy ??= policyFor();
        return policy;
      },
      get checked() {
        checked ??= terminologyOf(scope.policy.checksShipped ? loaded : loaded.filter(({ isShipped }) => !isShipped));
        return checked;
      },
    };
    return scope;
  }

  #followWeb(uris: readonly string[]): void {
    for (const uri of uris) {
      if (!uri.startsWith('https:')) continue;
      const url = URI.parse(uri).toString();
      this.#web?.follow({ kind: 'https', url });
    }
  }

  /** List all glossary files that are kept. */
  kept(): readonly LoadedGlossary[] {
    return this.#glossaries.kept();
  }

  /** List all configuration files that are kept. */
  keptConfigurations(): readonly LoadedConfiguration[] {
    return this.#configurations.kept();
  }

  /** Look at a file, or at all of them, again at the next question. */
  invalidate(uri?: string): void {
    this.#glossaries.invalidate(uri);
    this.#configurations.invalidate(uri);
  }

  /** What is said in the same way for two documents is one policy: what was read under it holds for both. */
  #policyFor(
    loaded: readonly LoadedGlossary[],
    applied: AppliedConfiguration | undefined,
    { settings }: LoaderContext,
  ): Policy {
    const policy = policyOf({
      // Loaded only where something is checked.
      get checks() {
        return configurableChecks;
      },
      configuration: applied?.loaded.configuration,
      path: applied?.path,
      personal: settings.checks,
      // Of one that was never read nobody knows what it explains.
      hasOwnGlossary: loaded.some(({ isShipped, glossary }) => !isShipped && glossary !== undefined),
    });
    const index = this.#policies.findIndex((known) => isSamePolicy(known, policy));
    const [kept = policy] = index < 0 ? [] : this.#policies.splice(index, 1);
    this.#policies.unshift(kept);
    this.#policies.length = Math.min(this.#policies.length, POLICIES_KEPT);
    return kept;
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

function isSameList(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((item, index) => item === other[index]);
}
