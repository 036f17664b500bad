export type { FileBytes } from './file';
export { readPack } from './reader';
export { type PackOptions, writePack } from './writer';
