import { type Severity, severities } from './analysis/finding';
import { canonicalTag } from './formats/records/languageTag';
import type { ExtensionGlossary, WrittenReference } from './sources/reference';
import { maxAgeOf, sha256Of } from './sources/web/pins';

/** How much a card shows: the definition; with the first paragraph of the description; everything. */
export type HoverDetail = 'brief' | 'standard' | 'full';

/** What people set under `glossaryLens.`; immutable, a change makes a new value. */
export interface Settings {
  /** Glossaries beside those found in the folders of a document; paths are relative to the workspace folder. */
  readonly glossaries: readonly WrittenReference[];
  /** Glossaries that are switched off, by their names or URIs. */
  readonly disabledGlossaries: readonly string[];
  readonly shippedGlossary: boolean;
  /** Hosts that glossaries may be fetched from, as people write them. Of the person alone: no workspace sets it. */
  readonly allowedHosts: readonly string[];
  readonly hover: { readonly enabled: boolean; readonly detail: HoverDetail };
  readonly checks: CheckSettings;
}

/** What people set about checks of wording for themselves. What is undefined is not set: the configuration counts. */
export interface CheckSettings {
  readonly enabled: boolean;
  /** By the names of checks. */
  readonly severities: ReadonlyMap<string, Severity | 'off'>;
  readonly shipped: boolean | undefined;
  readonly quotations: boolean | undefined;
  /** Accepted without an explanation, besides those of the configuration. */
  readonly abbreviations: readonly string[];
  readonly audience: string | undefined;
}

export const defaultSettings: Settings = {
  glossaries: [],
  disabledGlossaries: [],
  shippedGlossary: true,
  allowedHosts: [],
  hover: { enabled: true, detail: 'standard' },
  checks: {
    enabled: true,
    severities: new Map(),
    shipped: undefined,
    quotations: undefined,
    abbreviations: [],
    audience: undefined,
  },
};

/**
 * Read settings from whatever a client sends as its section `glossaryLens`. A value of a wrong type counts as not set and
 * is named to `report`; null and undefined are not set.
 */
export function readSettings(value: unknown, report: (problem: string) => void): Settings {
  const section = readRecord(value, 'glossaryLens', report);
  const hover = readRecord(section.get('hover'), 'glossaryLens.hover', report);
  return {
    glossaries: readGlossaries(section.get('glossaries'), report),
    disabledGlossaries: readStrings(section.get('disabledGlossaries'), 'glossaryLens.disabledGlossaries', report),
    shippedGlossary: readBoolean(section.get('shippedGlossary'), true, 'glossaryLens.shippedGlossary', report),
    allowedHosts: readStrings(section.get('allowedHosts'), 'glossaryLens.allowedHosts', report),
    hover: {
      enabled: readBoolean(hover.get('enabled'), true, 'glossaryLens.hover.enabled', report),
      detail: readDetail(hover.get('detail'), report),
    },
    checks: readChecks(section.get('checks'), report),
  };
}

/** Read a list of sources and records; what is wrong in one leaves the others. */
function readGlossaries(value: unknown, report: Report): readonly WrittenReference[] {
  if (isUnset(value)) return [];
  if (!Array.isArray(value)) {
    report(`The setting ${GLOSSARIES} should be a list; it is ignored.`);
    return [];
  }
  return value.flatMap((item: unknown, index) => readReference(item, `${GLOSSARIES}[${index}]`, report) ?? []);
}

const GLOSSARIES = 'glossaryLens.glossaries';

function readReference(value: unknown, name: string, report: Report): WrittenReference | undefined {
  if (typeof value === 'string') return { source: value };
  const fields =
    typeof value === 'object' && !Array.isArray(value) ? readRecord(value, name, report) : new Map<string, unknown>();
  const source = readText(fields.get('source'), `${name}.source`, report);
  if (source === undefined) {
    report(`The setting ${name} should be a string, or an object with \`source\`; it is ignored.`);
    return undefined;
  }
  const text = (field: string) => readText(fields.get(field), `${name}.${field}`, report);
  const [called, as] = [text('name'), text('as')];
  const language = readChecked(text('language'), canonicalTag, `${name}.language should be a language tag`, report);
  const when = isUnset(fields.get('when'))
    ? undefined
    : readStrings(listOf(fields.get('when')), `${name}.when`, report);
  const columns = readColumns(fields.get('columns'), `${name}.columns`, report);
  const sha256 = readChecked(text('sha256'), sha256Of, `${name}.sha256 should be 64 hexadecimal digits`, report);
  const age = fields.get('maxAge');
  const maxAge = readChecked(
    isUnset(age) ? undefined : String(age),
    maxAgeOf,
    `${name}.maxAge should be seconds, or as 12h`,
    report,
  );
  return {
    source,
    ...(called === undefined ? {} : { name: called }),
    ...(as === undefined ? {} : { as }),
    ...(when === undefined ? {} : { when }),
    ...(language === undefined ? {} : { language }),
    ...(columns === undefined ? {} : { columns }),
    ...(sha256 === undefined ? {} : { sha256 }),
    ...(maxAge === undefined ? {} : { maxAge }),
  };
}

/** One value stands for a list of one. */
function listOf(value: unknown): unknown {
  return typeof value === 'string' ? [value] : value;
}

function readColumns(value: unknown, name: string, report: Report): ReadonlyMap<string, string> | undefined {
  if (isUnset(value)) return undefined;
  const columns = new Map<string, string>();
  for (const [heading, field] of readRecord(value, name, report)) {
    if (typeof field === 'string') columns.set(heading, field);
    else report(`The setting ${name} should have strings; ${JSON.stringify(heading)} is ignored.`);
  }
  return columns;
}

function readChecked<T>(
  text: string | undefined,
  read: (text: string) => T | undefined,
  expected: string,
  report: Report,
): T | undefined {
  const value = text === undefined ? undefined : read(text);
  if (text !== undefined && value === undefined) report(`The setting ${expected}; it is ignored.`);
  return value;
}

function readChecks(value: unknown, report: Report): CheckSettings {
  const checks = readRecord(value, 'glossaryLens.checks', report);
  return {
    enabled: readBoolean(checks.get('enabled'), true, 'glossaryLens.checks.enabled', report),
    severities: readSeverities(checks.get('severity'), report),
    shipped: readSwitch(checks.get('shipped'), 'glossaryLens.checks.shipped', report),
    quotations: readSwitch(checks.get('quotations'), 'glossaryLens.checks.quotations', report),
    abbreviations: readStrings(checks.get('abbreviations'), 'glossaryLens.checks.abbreviations', report),
    audience: readText(checks.get('audience'), 'glossaryLens.checks.audience', report),
  };
}

/** What our own client says of itself in `initializationOptions`, and the first settings. */
export interface Introduction {
  readonly settings: unknown;
  readonly shippedGlossary: string | undefined;
  readonly commandLinks: boolean;
  readonly isTrusted: boolean;
  readonly quarantine: readonly string[];
  readonly extensionGlossaries: readonly ExtensionGlossary[];
  readonly storage: string | undefined;
  /** The person can be asked about hosts, and keeps tokens. */
  readonly webAccess: boolean;
}

/** Read the `initializationOptions` of a client: `{ glossaryLens: …, client: … }`, or nothing of the kind. */
export function readIntroduction(value: unknown): Introduction {
  const silent = () => {};
  const options = readRecord(value, 'initializationOptions', silent);
  const client = readRecord(options.get('client'), 'client', silent);
  const shippedGlossary = client.get('shippedGlossary');
  const storage = client.get('storage');
  return {
    settings: options.get('glossaryLens'),
    shippedGlossary: typeof shippedGlossary === 'string' ? shippedGlossary : undefined,
    commandLinks: client.get('commandLinks') === true,
    // Clients that know no such mode trust what they open.
    isTrusted: client.get('isTrusted') !== false,
    quarantine: readStrings(client.get('quarantine'), 'quarantine', silent),
    extensionGlossaries: readExtensionGlossaries(client.get('extensionGlossaries')),
    storage: typeof storage === 'string' ? storage : undefined,
    webAccess: client.get('webAccess') === true,
  };
}

/** Read the glossaries that a client says extensions bring; what is none of them is left out. */
export function readExtensionGlossaries(value: unknown): readonly ExtensionGlossary[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST_EXTENSION_GLOSSARIES).flatMap((item: unknown) => {
    const fields = readRecord(item, 'extensionGlossaries', () => {});
    const [uri, name, extension] = ['uri', 'name', 'extension'].map((field) => fields.get(field));
    if (typeof uri !== 'string' || typeof extension !== 'string') return [];
    return [{ uri, extension, ...(typeof name === 'string' && name !== '' ? { name } : {}) }];
  });
}

/** Nobody has as many extensions. */
const MOST_EXTENSION_GLOSSARIES = 1_000;

/** Take our section out of what `workspace/didChangeConfiguration` carries; undefined where it carries none. */
export function sectionOf(value: unknown): unknown {
  return readRecord(value, 'settings', () => {}).get('glossaryLens');
}

type Report = (problem: string) => void;

function readRecord(value: unknown, name: string, report: Report): ReadonlyMap<string, unknown> {
  if (isUnset(value)) return new Map();
  if (typeof value === 'object' && !Array.isArray(value)) return new Map(Object.entries(value as object));
  report(`The setting ${name} should be an object; it is ignored.`);
  return new Map();
}

function readBoolean(value: unknown, fallback: boolean, name: string, report: Report): boolean {
  if (typeof value === 'boolean') return value;
  if (!isUnset(value)) report(`The setting ${name} should be true or false; ${fallback} is used.`);
  return fallback;
}

/** Read true, false or nothing at all. */
function readSwitch(value: unknown, name: string, report: Report): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (!isUnset(value)) report(`The setting ${name} should be true or false; it is ignored.`);
  return undefined;
}

/** Read a text; an empty one is none. */
function readText(value: unknown, name: string, report: Report): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined;
  if (!isUnset(value)) report(`The setting ${name} should be a string; it is ignored.`);
  return undefined;
}

/** Read severities by the names of checks; whether there is a check of a name is for others to know. */
function readSeverities(value: unknown, report: Report): ReadonlyMap<string, Severity | 'off'> {
  const read = new Map<string, Severity | 'off'>();
  for (const [name, written] of readRecord(value, 'glossaryLens.checks.severity', report)) {
    const severity = [...severities, 'off' as const].find((candidate) => candidate === written);
    if (severity !== undefined) read.set(name, severity);
    else if (!isUnset(written)) {
      report(
        `The setting glossaryLens.checks.severity should have error, warning, information, hint or off for ${JSON.stringify(name)}; it is ignored.`,
      );
    }
  }
  return read;
}

function readStrings(value: unknown, name: string, report: Report): readonly string[] {
  if (isUnset(value)) return [];
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  report(`The setting ${name} should be a list of strings; it is ignored.`);
  return [];
}

function readDetail(value: unknown, report: Report): HoverDetail {
  if (value === 'brief' || value === 'standard' || value === 'full') return value;
  if (!isUnset(value))
    report('The setting glossaryLens.hover.detail should be brief, standard or full; standard is used.');
  return 'standard';
}

function isUnset(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}
