/** Signals that ask a process to end. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Do something that must not end half-way: a signal calls `stop`, and ends the process when the work is done. A second one
 * ends it at once.
 */
export async function untilDone<T>(stop: () => void, work: () => Promise<T>): Promise<T> {
  let received: NodeJS.Signals | undefined;
  const receive = (signal: NodeJS.Signals) => {
    if (received !== undefined) endBy(signal);
    received = signal;
    stop();
  };
  for (const signal of SIGNALS) process.on(signal, receive);
  try {
    const done = await work();
    if (received !== undefined) await endBy(received);
    return done;
  } finally {
    for (const signal of SIGNALS) process.off(signal, receive);
  }
}

/** End as if nobody had listened, so that a shell sees why. */
function endBy(signal: NodeJS.Signals): Promise<never> {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  return new Promise(() => {});
}
