/** A log for stores that says nothing. */
export const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
