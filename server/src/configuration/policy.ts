import type { Severity } from '../analysis/finding';
import type { Policy } from '../analysis/policy';
import { isSameList } from '../text/sameList';
import type { Configuration, Rules } from './configuration';

/** What a policy is made of. */
export interface PolicySources {
  /** All checks that there are, with what counts where nobody says otherwise. */
  readonly checks: readonly { readonly name: string; readonly defaultSeverity: Severity | 'off' }[];
  /** The one that applies to the document; undefined where none does. */
  readonly configuration: Configuration | undefined;
  /** That of the document, relative to the folder of the configuration; undefined where it lies elsewhere. */
  readonly path: string | undefined;
  readonly personal: PersonalRules;
  /** A glossary other than the shipped one applies to the document. */
  readonly hasOwnGlossary: boolean;
}

/** What somebody sets for himself or herself: it goes before what a configuration says. */
export interface PersonalRules {
  /** Nothing is checked where this is not set. */
  readonly enabled: boolean;
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly shipped: boolean | undefined;
  readonly quotations: boolean | undefined;
  /** They are accepted besides those of the configuration. */
  readonly abbreviations: readonly string[];
  readonly audience: string | undefined;
}

/**
 * Put together what is checked in a document: the defaults of the checks, the configuration with the overrides that apply,
 * and what somebody set, the later before the earlier. Quiet by default: where nobody wrote a configuration or a glossary,
 * nothing is checked, since nobody asked for it.
 */
export function policyOf(sources: PolicySources): Policy {
  const { configuration, path, personal, hasOwnGlossary } = sources;
  const rules: readonly Rules[] = [
    ...(configuration === undefined ? [] : [configuration, ...overridesFor(path, configuration)]),
    rulesOf(personal),
  ];
  const isChecked = personal.enabled && (configuration !== undefined || hasOwnGlossary);
  return {
    severities: isChecked ? severitiesOf(sources.checks, rules) : new Map(),
    acceptedAbbreviations: new Set(rules.flatMap(({ acceptedAbbreviations }) => acceptedAbbreviations)),
    audience: lastSaid(rules, ({ audience }) => audience),
    checksQuotations: lastSaid(rules, ({ checksQuotations }) => checksQuotations) ?? false,
    checksShipped: lastSaid(rules, ({ checksShipped }) => checksShipped) ?? false,
    languages: configuration?.languages ?? [],
  };
}

/** Tell whether two policies are the same, so that one may stand for the other. */
export function isSamePolicy(one: Policy, other: Policy): boolean {
  return (
    one.audience === other.audience &&
    one.checksQuotations === other.checksQuotations &&
    one.checksShipped === other.checksShipped &&
    isSameList([...one.severities.keys()], [...other.severities.keys()]) &&
    isSameList([...one.severities.values()], [...other.severities.values()]) &&
    isSameList([...one.acceptedAbbreviations], [...other.acceptedAbbreviations]) &&
    isSameList(one.languages, other.languages)
  );
}

function overridesFor(path: string | undefined, { overrides }: Configuration): readonly Rules[] {
  if (path === undefined) return [];
  return overrides.filter(({ paths }) => paths.some((glob) => glob.matches(path)));
}

function rulesOf({ severities, shipped, quotations, abbreviations, audience }: PersonalRules): Rules {
  return {
    severities,
    acceptedAbbreviations: abbreviations,
    audience,
    checksQuotations: quotations,
    checksShipped: shipped,
  };
}

function severitiesOf(checks: PolicySources['checks'], rules: readonly Rules[]): ReadonlyMap<string, Severity> {
  const severities = new Map<string, Severity>();
  for (const { name, defaultSeverity } of checks) {
    const severity = lastSaid(rules, (said) => said.severities.get(name)) ?? defaultSeverity;
    if (severity !== 'off') severities.set(name, severity);
  }
  return severities;
}

function lastSaid<T>(rules: readonly Rules[], of: (rules: Rules) => T | undefined): T | undefined {
  for (let index = rules.length - 1; index >= 0; index--) {
    const rule = rules[index];
    const said = rule && of(rule);
    if (said !== undefined) return said;
  }
  return undefined;
}
