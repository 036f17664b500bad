/** Called when something happens; what VS Code has for this is not there in tests. */
export class Listeners {
  readonly #listeners = new Set<() => void>();

  /** Call `listener` from now on; the answer calls that off. */
  readonly add = (listener: () => void): { dispose(): void } => {
    this.#listeners.add(listener);
    return { dispose: () => void this.#listeners.delete(listener) };
  };

  call(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
