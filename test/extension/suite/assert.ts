// Assertions for both extension hosts: a Web Worker has no `node:assert`.

/** Fail with `message` unless `value` is truthy. */
export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

/** Fail unless both values are the same, by their JSON where they are objects. */
export function equal<T>(actual: T, expected: T, subject: string): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`${subject}: expected ${wanted}, got ${got}`);
}

/** Fail unless `text` holds `pattern`. */
export function match(text: string, pattern: RegExp | string, subject: string): void {
  const found = typeof pattern === 'string' ? text.includes(pattern) : pattern.test(text);
  if (!found) throw new Error(`${subject}: expected ${pattern} in\n${text}`);
}

/** Fail if `text` holds `pattern`. */
export function noMatch(text: string, pattern: RegExp, subject: string): void {
  if (pattern.test(text)) throw new Error(`${subject}: expected no ${pattern} in\n${text}`);
}
