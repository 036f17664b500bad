/**
 * A thread of its own that ends this process once the editor is gone, even while the main thread spins: a timer of the
 * main thread would never get its turn then.
 */
import { workerData } from 'node:worker_threads';

const INTERVAL = 1000;

setInterval(() => {
  if (!isAlive(workerData as number)) process.kill(process.pid, 'SIGKILL');
}, INTERVAL);

function isAlive(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    // A process of another user may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
