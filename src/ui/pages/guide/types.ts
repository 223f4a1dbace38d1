/** A guide of docs/panduan, made into a module by vite.guide.ts. */
export interface Guide {
  title: string
  /** Its chapters. */
  contents: { id: string; words: string }[]
  html: string
}
