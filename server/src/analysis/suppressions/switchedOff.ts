import { type CheckName, lineOf, type Suppression } from './directives';
import type { Lines } from './lines';

/**
 * What is switched off where, asked from the start of the document to its end. The nearest is said to keep a finding quiet:
 * what is for a line before a block, and a block before the file.
 */
export class SwitchedOff {
  readonly #suppressions: readonly Suppression[];
  readonly #lines: Lines;
  readonly #byLine = new Map<number, Rules>();
  readonly #ofFile: Rules = { named: new Map(), others: undefined };
  readonly #ofBlock: Rules = { named: new Map(), others: undefined };
  /** Suppressions for all checks, and names, that kept something quiet or ended what did. */
  readonly #used = new Set<Suppression | CheckName>();
  /** How many suppressions lie in front of the last question. */
  #passed = 0;

  constructor(suppressions: readonly Suppression[], lines: Lines) {
    this.#suppressions = suppressions;
    this.#lines = lines;
    for (const suppression of suppressions) {
      const line = lineOf(suppression, lines);
      if (line !== undefined) this.#addToLine(line, suppression);
      else if (suppression.kind === 'disable-file') addRules(this.#ofFile, suppression);
    }
  }

  /** Tell whether what a check finds at an offset is kept quiet; no offset is smaller than the one before. */
  suppress(check: string, offset: number): boolean {
    this.#passTo(offset);
    const last = this.#suppressions[this.#passed - 1];
    if (last !== undefined && offset < last.comment.end) return true;
    const line = this.#byLine.get(this.#lines.lineAt(offset));
    const rule = (line && ruleFor(line, check)) ?? ruleFor(this.#ofBlock, check) ?? ruleFor(this.#ofFile, check);
    if (rule !== undefined) this.#used.add(rule.name ?? rule.suppression);
    return rule !== undefined;
  }

  /** Pass over what follows the last question. */
  end(): void {
    this.#passTo(Number.POSITIVE_INFINITY);
  }

  /** Tell whether a suppression for all checks, or a name, had an effect. */
  isUsed(part: Suppression | CheckName): boolean {
    return this.#used.has(part);
  }

  #addToLine(line: number, suppression: Suppression): void {
    const rules = this.#byLine.get(line) ?? { named: new Map(), others: undefined };
    this.#byLine.set(line, rules);
    addRules(rules, suppression);
  }

  #passTo(offset: number): void {
    for (; this.#passed < this.#suppressions.length; this.#passed++) {
      const suppression = this.#suppressions[this.#passed];
      if (suppression === undefined || suppression.comment.start > offset) return;
      if (suppression.kind === 'disable') this.#disable(suppression);
      else if (suppression.kind === 'enable') this.#enable(suppression);
    }
  }

  #disable(suppression: Suppression): void {
    const { named } = this.#ofBlock;
    if (suppression.names.length === 0) {
      named.clear();
      this.#ofBlock.others = { suppression, name: undefined };
    }
    for (const name of suppression.names) named.set(name.name, { suppression, name });
  }

  #enable(suppression: Suppression): void {
    const { named } = this.#ofBlock;
    if (suppression.names.length === 0) {
      if (this.#ofBlock.others !== undefined || named.size > 0) this.#used.add(suppression);
      named.clear();
      this.#ofBlock.others = undefined;
    }
    for (const name of suppression.names) {
      if (ruleFor(this.#ofBlock, name.name) === undefined) continue;
      this.#used.add(name);
      if (this.#ofBlock.others === undefined) named.delete(name.name);
      else named.set(name.name, undefined);
    }
  }
}

/** What some directives say of some checks: by name, and of all others. */
interface Rules {
  readonly named: Map<string, Rule | undefined>;
  others: Rule | undefined;
}

/** The directive that a rule comes from, and which of its names; none where it is for all checks. */
interface Rule {
  readonly suppression: Suppression;
  readonly name: CheckName | undefined;
}

/** Add what a suppression says where nothing else says it already. */
function addRules(rules: Rules, suppression: Suppression): void {
  if (suppression.names.length === 0) rules.others ??= { suppression, name: undefined };
  for (const name of suppression.names) {
    if (!rules.named.has(name.name)) rules.named.set(name.name, { suppression, name });
  }
}

function ruleFor({ named, others }: Rules, check: string): Rule | undefined {
  return named.has(check) ? named.get(check) : others;
}
