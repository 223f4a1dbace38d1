/** Which known complaint a new one is like: a full-text index of the open ones, made when it is first needed. */
import MiniSearch from 'minisearch'
import { foldText } from '../domain/fold-text.ts'

/** As much of an open complaint as is compared. */
export interface Comparable {
  id: string
  category: string
  dusun?: string
  /** Its subject, and what else is known of its words. */
  subject?: string
  more?: string
}

export interface Sought {
  category: string
  dusun?: string
  text: string
}

export interface Matcher {
  /** Ids of the likeliest, best first. `same`: only of this category and dusun; otherwise these only weigh more. */
  like(sought: Sought, same: boolean): string[]
}

/** Words that stand in every complaint. */
const EMPTY = new Set(
  'ada akan atau bapak bisa dan dari dekat depan desa di dusun ibu ini itu jadi jalan juga karena ke lagi mohon oleh pada pak rt rumah rw sampai saja sangat saya sejak sekali sudah tapi tidak untuk warga yang'.split(
    ' ',
  ),
)
/** A misspelt letter in five is forgiven; shorter words must be right. */
const FORGIVEN = 0.2
const LONG = 5
const MOST = 8

const termOf = (word: string): string | null => {
  const term = foldText(word)
  return term.length > 2 && !EMPTY.has(term) ? term : null
}

/** Indexes the complaints in small steps, so that typing goes on meanwhile. */
export async function openMatcher(known: readonly Comparable[]): Promise<Matcher> {
  const byId = new Map(known.map((one) => [one.id, one]))
  const index = new MiniSearch<Comparable>({ fields: ['subject', 'more'], processTerm: termOf })
  await index.addAllAsync(known, { chunkSize: 50 })
  return {
    like({ category, dusun, text }, same) {
      const isSame = (id: string) => {
        const one = byId.get(id)!
        return one.category === category && one.dusun === dusun
      }
      const weight = (id: string) => {
        const one = byId.get(id)!
        return (one.category === category ? 2 : 1) * (one.dusun === dusun ? 2 : 1)
      }
      const found = index.search(text, {
        boost: { subject: 3 },
        fuzzy: (term) => (term.length >= LONG ? FORGIVEN : false),
        prefix: (term) => term.length >= LONG,
        boostDocument: (id) => weight(String(id)),
        ...(same ? { filter: ({ id }) => isSame(String(id)) } : {}),
      })
      return found
        .filter(isLike)
        .slice(0, MOST)
        .map(({ id }) => String(id))
    },
  }
}

/** One word of the subject, or two of what else is known. */
const isLike = ({ match }: { match: Record<string, string[]> }): boolean =>
  Object.values(match).some((fields) => fields.includes('subject')) || Object.keys(match).length > 1
