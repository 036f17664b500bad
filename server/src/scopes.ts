import { checkNames, configurableChecks } from './analysis/checkList';
import type { Policy } from './analysis/policy';
import { isSamePolicy, policyOf } from './configuration/policy';
import { type AppliedConfiguration, ConfigurationLoader, type LoadedConfiguration } from './configurationLoader';
import type { GlossaryProblem } from './formats/format';
import { GlossaryLoader, type LoadedGlossary, type LoaderContext, type LoaderPorts } from './glossaryLoader';
import type { Clock, Host } from './host';
import type { Glossary } from './terminology/glossary';
import { createStemmers } from './terminology/inflection/stemming';
import { createTerminology, type Terminology } from './terminology/terminology';
import { type GlossaryTerms, indexTerms, renameTerms } from './terminology/vocabulary';
import { isSameList } from './text/sameList';
import { Turns } from './turns';

/** All that applies to a document. */
export interface Scope {
  /** Its glossaries, the nearest first. */
  readonly loaded: readonly LoadedGlossary[];
  /** Those that would apply if nobody had switched them off. */
  readonly off: readonly LoadedGlossary[];
  /** False where some glossaries are still being read. */
  readonly isComplete: boolean;
  /** Sources of the settings that stand for nothing, as they are written there. */
  readonly missing: readonly string[];
  /** What is wrong with how the configuration names glossaries, at places in its text. */
  readonly referenceProblems: readonly GlossaryProblem[];
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

/** In milliseconds: a file of ordinary size on a disk is read in less. */
const LEAST_PATIENCE = 10;

/** How many policies are kept: a folder has one for each group of paths that its configuration tells apart. */
const POLICIES_KEPT = 32;

/** Finds out what applies to documents. What is the same for two of them is the same value. */
export class ScopeLoader {
  readonly #glossaries: GlossaryLoader;
  readonly #configurations: ConfigurationLoader;
  /** The last used first. */
  readonly #policies: Policy[] = [];
  /** The last used first. */
  readonly #terminologies: KeptTerminology[] = [];
  /** The indexed terms of glossaries: one is indexed once, for all the terminologies that it is in. */
  readonly #terms = new WeakMap<Glossary, GlossaryTerms>();
  readonly #stemmers = createStemmers();
  readonly #clock: Clock;

  constructor(host: Host, ports: LoaderPorts = {}) {
    this.#clock = host.clock;
    const turns = new Turns(host.clock);
    this.#glossaries = new GlossaryLoader(host, {
      ...ports,
      turns,
      prepare: async (glossary) => {
        await this.#stemmers.load([glossary.language]);
        if (!this.#terms.has(glossary)) await turns.take(() => this.#termsOf(glossary));
      },
    });
    this.#configurations = new ConfigurationLoader(host, () => checkNames);
  }

  /** Load what applies to a document, from memory where nothing changed. */
  async scopeOf(documentUri: string, asked: LoaderContext): Promise<Scope> {
    const askedAt = this.#clock.now();
    const applied = await this.#configurations.configurationFor(documentUri, asked);
    const context = lessPatient(asked, this.#clock.now() - askedAt);
    const configuration = applied?.loaded;
    const named =
      configuration?.configuration === undefined
        ? undefined
        : { uri: configuration.uri, path: applied?.path, references: configuration.configuration.glossaries };
    const { problems, ...glossaries } = await this.#glossaries.glossariesFor(documentUri, context, named);
    const { loaded } = glossaries;
    await this.#stemmers.load(loaded.flatMap(({ glossary }) => glossary?.language ?? []));
    const terminology = this.#terminologyOf(loaded);
    const policyFor = () => this.#policyFor(loaded, applied, context);
    const withoutShipped = () => this.#terminologyOf(loaded, false);
    let policy: Policy | undefined;
    let checked: Terminology | undefined;
    const scope: Scope = {
      ...glossaries,
      referenceProblems: problems,
      terminology,
      configuration,
      // A hover asks for neither, and the code of checks is loaded with them.
      get policy() {
        policy ??= policyFor();
        return policy;
      },
      get checked() {
        checked ??= scope.policy.checksShipped ? terminology : withoutShipped();
        return checked;
      },
    };
    return scope;
  }

  /** List all glossary files that are kept. */
  kept(): readonly LoadedGlossary[] {
    return this.#glossaries.kept();
  }

  /** List the folders that glossaries are looked for in, whatever their files are called. */
  folders(): readonly string[] {
    return this.#glossaries.folders();
  }

  /** List the glossary files that are named. */
  files(): readonly string[] {
    return this.#glossaries.files();
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

  /** Without the shipped glossary, the others still add to its concepts: they say what a term is, and checks hear that. */
  #terminologyOf(loaded: readonly LoadedGlossary[], hasShipped = true): Terminology {
    const read = loaded.filter(({ glossary }) => glossary !== undefined);
    const glossaries = read.map(({ glossary }) => glossary).filter((glossary) => glossary !== undefined);
    const shipped = hasShipped ? undefined : read.find(({ isShipped }) => isShipped)?.glossary;
    const index = this.#terminologies.findIndex(
      (kept) => kept.without === shipped && isSameList(kept.terminology.given, glossaries),
    );
    const [kept] = index < 0 ? [] : this.#terminologies.splice(index, 1);
    const terminology =
      kept?.terminology ??
      createTerminology(
        glossaries,
        (glossary) => this.#termsOf(glossary),
        (glossary) => glossary !== shipped,
      );
    this.#terminologies.unshift({ terminology, without: shipped });
    this.#terminologies.length = Math.min(this.#terminologies.length, TERMINOLOGIES_KEPT);
    return terminology;
  }

  #termsOf(glossary: Glossary): GlossaryTerms {
    const { original, name } = glossary;
    const terms =
      this.#terms.get(glossary) ??
      (original === undefined
        ? indexTerms(glossary, (language) => this.#stemmers.of(language))
        : renameTerms(this.#termsOf(original), name));
    this.#terms.set(glossary, terms);
    return terms;
  }
}

/** What was waited for already counts. */
function lessPatient(context: LoaderContext, waited: number): LoaderContext {
  const { patience } = context;
  return patience === undefined
    ? context
    : { ...context, patience: Math.max(Math.min(patience, LEAST_PATIENCE), patience - waited) };
}

/** A terminology, and the glossary that takes no part in it. */
interface KeptTerminology {
  readonly terminology: Terminology;
  readonly without: Glossary | undefined;
}
