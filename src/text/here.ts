/** What the app runs on is called a computer by its screen, however large its text is; else a phone. */
type Seen = { screen?: { width: number } }

const desk = ((globalThis as Seen).screen?.width ?? 0) >= 1024

/** Within a sentence. */
export const here = desk ? 'komputer ini' : 'HP ini'
/** At its beginning. */
export const hereFirst = desk ? 'Komputer ini' : 'HP ini'
