import { codeActions } from './codeActions';
import { conceptList } from './conceptList';
import { conceptLocation } from './conceptLocation';
import { conceptPage } from './conceptPage';
import { definition } from './definition';
import { diagnostics } from './diagnostics';
import type { Feature } from './feature';
import { hover } from './hover';
import { listGlossary } from './listGlossary';
import { status } from './status';

/** Every request that the server answers. A new one is a file here and a line in this list. */
export const features: readonly Feature<never, unknown>[] = [
  hover,
  definition,
  diagnostics,
  codeActions,
  conceptPage,
  conceptLocation,
  conceptList,
  status,
  listGlossary,
];
