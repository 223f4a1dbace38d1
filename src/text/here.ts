/** What the app runs on is called a computer where the office's layout has room (64 em), else a phone. */
type Asking = { matchMedia?: (query: string) => { matches: boolean } }

const desk = (globalThis as Asking).matchMedia?.('(min-width: 64em)').matches ?? false

/** Within a sentence. */
export const here = desk ? 'komputer ini' : 'HP ini'
/** At its beginning. */
export const hereFirst = desk ? 'Komputer ini' : 'HP ini'
