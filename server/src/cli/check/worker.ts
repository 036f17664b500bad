/** A thread that checks its share of the targets: see threads.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { checkShare, type SharedWork } from './threads';

const port = parentPort;
if (port !== null) void checkShare(workerData as SharedWork, (results) => port.postMessage(results));
