/** A command that cannot be carried out as it was given: it ends with exit code 2, and `message` says why in plain words. */
export class UsageError extends Error {}
