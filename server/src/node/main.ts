/** The server as a process of its own, started by an editor. */
import { dirname } from 'node:path';
import { serve } from './serve';

serve(dirname(__dirname), process.argv.includes('--stdio'));
