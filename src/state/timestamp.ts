/** Now, as drafts tell when they were changed: UTC, ISO 8601. */
export const timestamp = (): string => new Date().toISOString()
