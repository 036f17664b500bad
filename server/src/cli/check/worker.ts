/** A thread that checks its share of the targets: see threads.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkShare, type SharedWork, type ThreadMessage } from './threads';

void run(workerData as SharedWork);

async function run(work: SharedWork): Promise<void> {
  const knowledge = await checkShare(work, (results) => say({ results }));
  say({ knowledge });
}

function say(message: ThreadMessage): void {
  parentPort?.postMessage(message);
}
