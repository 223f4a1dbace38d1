/** Random bytes for new ids and codes: the domain has no randomness of its own. */
export const randomBytes = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))
