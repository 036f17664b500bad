/** How much a card shows: the definition; with the first paragraph of the description; everything. */
export type HoverDetail = 'brief' | 'standard' | 'full';

/** What people set under `glossaryLens.`; immutable, a change makes a new value. */
export interface Settings {
  /** Glossary files beside those found in the folders of a document: paths, relative to the workspace folder, or URIs. */
  readonly glossaries: readonly string[];
  readonly shippedGlossary: boolean;
  readonly hover: { readonly enabled: boolean; readonly detail: HoverDetail };
}

export const defaultSettings: Settings = {
  glossaries: [],
  shippedGlossary: true,
  hover: { enabled: true, detail: 'standard' },
};

/**
 * Read settings from whatever a client sends as its section `glossaryLens`. A value of a wrong type counts as not set and
 * is named to `report`; null and undefined are not set.
 */
export function readSettings(value: unknown, report: (problem: string) => void): Settings {
  const section = readRecord(value, 'glossaryLens', report);
  const hover = readRecord(section.get('hover'), 'glossaryLens.hover', report);
  return {
    glossaries: readStrings(section.get('glossaries'), 'glossaryLens.glossaries', report),
    shippedGlossary: readBoolean(section.get('shippedGlossary'), true, 'glossaryLens.shippedGlossary', report),
    hover: {
      enabled: readBoolean(hover.get('enabled'), true, 'glossaryLens.hover.enabled', report),
      detail: readDetail(hover.get('detail'), report),
    },
  };
}

/** What our own client says of itself in `initializationOptions`, and the first settings. */
export interface Introduction {
  readonly settings: unknown;
  readonly shippedGlossary: string | undefined;
  readonly commandLinks: boolean;
  readonly quarantine: readonly string[];
}

/** Read the `initializationOptions` of a client: `{ glossaryLens: …, client: … }`, or nothing of the kind. */
export function readIntroduction(value: unknown): Introduction {
  const silent = () => {};
  const options = readRecord(value, 'initializationOptions', silent);
  const client = readRecord(options.get('client'), 'client', silent);
  const shippedGlossary = client.get('shippedGlossary');
  return {
    settings: options.get('glossaryLens'),
    shippedGlossary: typeof shippedGlossary === 'string' ? shippedGlossary : undefined,
    commandLinks: client.get('commandLinks') === true,
    quarantine: readStrings(client.get('quarantine'), 'quarantine', silent),
  };
}

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
