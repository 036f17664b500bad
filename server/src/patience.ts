import type { Clock } from './host';

/** Wait for something, but not longer than so many milliseconds: then it is undefined. */
export function withinTime<T>(
  promise: Promise<T>,
  milliseconds: number,
  clock: Pick<Clock, 'after'>,
): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const stop = clock.after(milliseconds, () => resolve(undefined));
    promise.finally(stop).then(resolve, reject);
  });
}
