/**
 * What to do when the server has died or hangs: how long to wait before the next start, when to give up, and which
 * documents the next server leaves alone. Knows no VS Code and no clock.
 */

/** The first wait before a start, in milliseconds; each death in a row doubles it, up to the longest. */
export const FIRST_DELAY = 500;
export const LONGEST_DELAY = 30_000;

/** A server that lived this long, in milliseconds, was well: what came before it no longer counts. */
const HEALTHY_LIFE = 3 * 60_000;
/** A death sooner than this after the start, in milliseconds, is a quick one. */
const QUICK_DEATH = 30_000;
/** So many quick deaths within so many milliseconds, and the server is started no more. */
const MOST_QUICK_DEATHS = 5;
const QUICK_DEATHS_SPAN = 3 * 60_000;
/** A document that was in work at so many deaths is left alone: once may be chance. */
const DEATHS_TO_QUARANTINE = 2;

/** How a server ended. */
export interface Death {
  /** When, in milliseconds of a clock that never goes back. */
  readonly time: number;
  /** How long it had lived, in milliseconds. */
  readonly lifetime: number;
  /** The server was alive and no longer answered. */
  readonly isHang: boolean;
  /** The documents that were in work, as URIs; of a hang the one alone that was asked for first. */
  readonly inWork: readonly string[];
}

/** What to do after a death; the delay is in milliseconds. */
export type NextStep = { readonly kind: 'restart'; readonly delay: number } | { readonly kind: 'giveUp' };

/** Remembers how servers ended. */
export class Recovery {
  readonly #quickDeaths: number[] = [];
  readonly #deathsByDocument = new Map<string, number>();
  readonly #quarantine = new Set<string>();
  #deathsInARow = 0;

  /** The documents that the next server must leave alone, as URIs. */
  get quarantine(): readonly string[] {
    return [...this.#quarantine];
  }

  /** Take note of a death and say what to do next. */
  died(death: Death): NextStep {
    this.#blame(death);
    this.#deathsInARow = death.lifetime >= HEALTHY_LIFE ? 1 : this.#deathsInARow + 1;
    if (death.lifetime < QUICK_DEATH) this.#quickDeaths.push(death.time);
    while ((this.#quickDeaths[0] ?? death.time) < death.time - QUICK_DEATHS_SPAN) this.#quickDeaths.shift();
    if (this.#quickDeaths.length >= MOST_QUICK_DEATHS) return { kind: 'giveUp' };
    return { kind: 'restart', delay: Math.min(FIRST_DELAY * 2 ** (this.#deathsInARow - 1), LONGEST_DELAY) };
  }

  /** Forget everything, as when somebody asks for a new start. */
  clear(): void {
    this.#quickDeaths.length = 0;
    this.#deathsByDocument.clear();
    this.#quarantine.clear();
    this.#deathsInARow = 0;
  }

  #blame({ isHang, inWork }: Death): void {
    for (const uri of new Set(inWork)) {
      const deaths = (this.#deathsByDocument.get(uri) ?? 0) + (isHang ? DEATHS_TO_QUARANTINE : 1);
      this.#deathsByDocument.set(uri, deaths);
      if (deaths >= DEATHS_TO_QUARANTINE) this.#quarantine.add(uri);
    }
  }
}
