import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { URI } from 'vscode-uri';
import { diskFiles } from '../node/files';
import { ScopeLoader } from '../scopes';
import { defaultSettings, type HoverDetail } from '../settings';
import { renderCard } from '../terminology/card';
import type { Sense } from '../terminology/concept';
import type { Terminology } from '../terminology/terminology';
import { findInWords } from '../terminology/vocabulary';
import { suggestionFor } from '../text/suggestion';
import { commandHost } from './commandHost';
import { problemsIn } from './glossaryProblems';
import { noFiles } from './noFiles';

/** Where to look a term up, and how much to tell. */
export interface LookupOptions {
  readonly folder: string;
  /** Glossaries beside those of the folder, as settings name them. */
  readonly sources: readonly string[];
  /** Hosts that glossaries may be fetched from, beside those of the environment. */
  readonly allowedHosts: readonly string[];
  readonly shippedGlossary: string;
  readonly detail: HoverDetail;
}

/** What came out of it. */
export interface Lookup {
  /** Plain text; undefined where no glossary explains the term. */
  readonly card: string | undefined;
  /** Terms that may have been meant, the likeliest first. */
  readonly near: readonly string[];
  /** What is wrong with the glossaries, as `file:line:column: message`. */
  readonly problems: readonly string[];
  /** Those of `sources` that stand for nothing. */
  readonly missing: readonly string[];
}

/** Look a term up as a hover in a document of the folder does. */
export async function look(term: string, options: LookupOptions): Promise<Lookup> {
  const { folder, sources, allowedHosts, shippedGlossary, detail } = options;
  const { host, web, load } = commandHost(diskFiles(noFiles), allowedHosts, (url) => scopes.invalidate(url));
  const scopes: ScopeLoader = new ScopeLoader(host, { web });
  const context = {
    settings: { ...defaultSettings, glossaries: sources.map((source) => ({ source })) },
    workspaceFolders: [URI.file(workspaceFolderOf(folder)).toString()],
    shippedGlossary,
    // Whoever runs a command in a folder trusts what its configurations name.
    isTrusted: true,
    isWatched: () => false,
    openText: () => undefined,
    openNames: () => [],
  };
  const scope = await load(() => scopes.scopeOf(URI.file(join(folder, 'document.md')).toString(), context));
  const { loaded, terminology, missing } = scope;
  const senses = sensesOf(term, terminology);
  return {
    card: senses === undefined ? undefined : cardOf(senses, terminology, detail),
    near: senses === undefined ? nearTerms(term, terminology) : [],
    problems: loaded.flatMap((glossary) => problemsIn(glossary, folder)),
    missing,
  };
}

/** The repository that a folder lies in, as an editor opens it; else the folder itself. */
function workspaceFolderOf(folder: string): string {
  let current = folder;
  while (!existsSync(join(current, '.git'))) {
    const above = dirname(current);
    if (above === current) return folder;
    current = above;
  }
  return current;
}

/** In a document capitals may bind (`API`); who asks for `api` means it all the same, and may name a concept by its id. */
function sensesOf(term: string, terminology: Terminology): readonly [Sense, ...Sense[]] | undefined {
  const [match] = findInWords(term, terminology.vocabulary);
  if (match?.start === 0 && match.end === term.length) return match.senses;
  const concept = terminology.find(term);
  if (concept === undefined) return undefined;
  const [preferred] = concept.terms;
  const named = concept.terms.find(({ text }) => text.toLowerCase() === term.toLowerCase());
  return [{ concept, term: named ?? preferred, glossary: terminology.glossaryOf(concept)?.name ?? '' }];
}

function cardOf(senses: readonly [Sense, ...Sense[]], terminology: Terminology, detail: HoverDetail): string {
  return renderCard({
    senses,
    related: (name, from) => terminology.find(name, terminology.glossaryOf(from)?.uri),
    owner: (concept) => terminology.glossaryOf(concept)?.owner,
    links: { concept: () => undefined, page: () => undefined, source: () => undefined },
    format: 'plaintext',
    detail,
  });
}

const MOST_NEAR_TERMS = 3;

/** Terms inside of what was asked (`what is a pod`) come first, then those spelt alike. */
function nearTerms(asked: string, terminology: Terminology): readonly string[] {
  const near = new Set(termsIn(asked, terminology));
  const concepts = terminology.glossaries.flatMap((glossary) => glossary.concepts);
  const usable = concepts.flatMap(({ terms }) => terms.filter(({ status }) => status !== 'deprecated'));
  const candidates = new Set(usable.map(({ text }) => text));
  while (near.size < MOST_NEAR_TERMS) {
    for (const term of near) candidates.delete(term);
    const nearest = suggestionFor(asked, [...candidates], new Map());
    if (nearest === undefined) break;
    near.add(nearest);
  }
  return [...near].slice(0, MOST_NEAR_TERMS);
}

function termsIn(text: string, { vocabulary }: Terminology): readonly string[] {
  return findInWords(text, vocabulary).map(({ senses }) => senses[0].concept.terms[0].text);
}
