/** What the engine adds to every document. */
export type Stored<T> = T & { _id: string; _rev: string }
/** What may be written. */
export type Draft<T> = T & { _id: string; _rev?: string; _deleted?: boolean }
