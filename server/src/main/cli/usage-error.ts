/** Wrong usage, a bad config or calls file, a PATH that cannot be read: one line on stderr and exit code 2. */
export class UsageError extends Error {}
