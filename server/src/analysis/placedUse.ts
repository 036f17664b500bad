import type { RegionKind } from '../languages/regions';
import type { Sense } from '../terminology/concept';
import type { Span } from '../text/span';
import type { TermUse } from './checkedDocument';
import type { Occurrence } from './occurrences';
import { isReplaceable, startsSentence } from './usePlace';

/** A use as it is kept of a section: its span counts from the section's start. */
export interface FoundUse extends Span {
  readonly region: RegionKind;
  readonly senses: readonly [Sense, ...Sense[]];
}

/** Keep an occurrence as a use of its section, which starts at `start` of the document. */
export function useOf({ span, region, senses }: Occurrence, start: number): FoundUse {
  return { start: span.start - start, end: span.end - start, region, senses };
}

/**
 * A use at its place in a text: sections keep no part of a text, which would keep the whole of it in memory. What is around it
 * is looked at when a check asks for that: most uses are as they should be.
 */
export class PlacedUse implements TermUse {
  readonly #use: FoundUse;
  readonly #start: number;
  readonly #document: string;

  constructor(use: FoundUse, start: number, document: string) {
    this.#use = use;
    this.#start = start;
    this.#document = document;
  }

  get span(): Span {
    return { start: this.#start + this.#use.start, end: this.#start + this.#use.end };
  }

  get text(): string {
    return this.#document.slice(this.#start + this.#use.start, this.#start + this.#use.end);
  }

  get region(): RegionKind {
    return this.#use.region;
  }

  get senses(): readonly [Sense, ...Sense[]] {
    return this.#use.senses;
  }

  get startsSentence(): boolean {
    return startsSentence(this.#document, this.#start + this.#use.start);
  }

  get isReplaceable(): boolean {
    return isReplaceable(this.#document, this.span);
  }
}
