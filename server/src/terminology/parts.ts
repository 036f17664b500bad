/** What something large is made of, to be stored as it is and taken back without being read. */
export type Part = Int32Array | Uint32Array | Uint16Array | Uint8Array | string;

/** Parts by their names. */
export type Parts = ReadonlyMap<string, Part>;
