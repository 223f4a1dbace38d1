/** Ids of the documents by which register numbers are claimed: `number:<year>:<n>`. */

/** How the claims of a year begin. */
export const claimsPrefix = (year: number): string => `number:${year}:`

/** The id of a claim: whoever creates it has the number. */
export const claimId = (year: number, n: number): string => claimsPrefix(year) + String(n).padStart(5, '0')

/** The number that a claim's id is about. */
export const numberIn = (id: string): number => Number(id.slice(id.lastIndexOf(':') + 1))
