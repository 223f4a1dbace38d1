/** Enrolment codes: single-use, expiring, stored only as a digest. */
import { getRandomValues } from 'node:crypto'
import { getDoc, putDoc, upsert, type Db } from '../../couch/index.ts'
import { newCode, parseCode } from '../code-text.ts'
import type { Keys } from './keys.ts'

interface CodeDoc {
  officer: string
  expires: string
  /** Used again and again; only the demo makes such codes. */
  reusable?: boolean
  used?: { at: string; platform?: string; again?: boolean }
}

export interface NewCode {
  officer: string
  /** How long it stays valid, in ms. */
  validFor: number
  reusable?: boolean
}

export type Spent = { ok: true; officer: string } | { ok: false; why: CodeTrouble }
export type CodeTrouble = 'code-unknown' | 'code-expired' | 'code-used'

/** A code that the desk hands over. */
export const DESK_CODE_MS = 7 * 86_400_000
/** A code that the server printed: whoever reads its log could use it. */
export const SERVER_CODE_MS = 86_400_000

/**
 * On iOS, Safari and the home-screen app keep separate stores, so the code is needed a second time: once more, by
 * another iOS device, soon after.
 */
const IOS_AGAIN_MS = 30 * 60_000

export interface Codes {
  /** Makes a code; it is shown this once and never again. */
  make(wish: NewCode): Promise<{ code: string; expires: string }>
  /** Spends a code. Of two who spend one code at the same time, one wins. */
  spend(typed: string, platform?: string): Promise<Spent>
}

/** The codes of a desk database. */
export function openCodes(desk: Db, keys: Keys): Codes {
  async function find(code: string): Promise<string | undefined> {
    for (const digest of await keys.digests(code))
      if (await getDoc(desk, `code:${digest}`)) return `code:${digest}`
    return undefined
  }

  return {
    async make({ officer, validFor, reusable }) {
      const code = newCode(getRandomValues(new Uint8Array(10)))
      const expires = new Date(Date.now() + validFor).toISOString()
      const _id = `code:${await keys.seal(parseCode(code)!)}`
      await putDoc<CodeDoc>(desk, { _id, officer, expires, ...(reusable ? { reusable } : {}) })
      return { code, expires }
    },

    async spend(typed, platform) {
      const code = parseCode(typed)
      const id = code && (await find(code))
      if (!id) return { ok: false, why: 'code-unknown' }
      const now = new Date().toISOString()
      let spent: Spent = { ok: false, why: 'code-unknown' }
      // Asked again after a conflict: of two who spend one code, the slower one sees it used.
      await upsert<CodeDoc>(desk, id, (doc) => {
        if (!doc) return undefined
        const verdict = judge(doc, platform, now)
        spent = typeof verdict === 'string' ? { ok: false, why: verdict } : { ok: true, officer: doc.officer }
        return typeof verdict === 'string' || doc.reusable ? undefined : { ...doc, used: verdict }
      })
      return spent
    },
  }
}

/** How the document changes when the code is spent now, or why it can't be. */
function judge(
  doc: CodeDoc,
  platform: string | undefined,
  now: string,
): NonNullable<CodeDoc['used']> | CodeTrouble {
  const { used, expires, reusable } = doc
  if (used && !reusable) return mayUseAgain(used, platform, now) ? { ...used, again: true } : 'code-used'
  if (expires < now) return 'code-expired'
  return { at: now, ...(platform ? { platform } : {}) }
}

/** Apps say `ios`; browsers say what they run on. */
const isIos = (platform: string | undefined) => /^(ios|iphone|ipad|ipod)\b/i.test(platform ?? '')

function mayUseAgain(used: NonNullable<CodeDoc['used']>, platform: string | undefined, now: string): boolean {
  return (
    isIos(used.platform) &&
    isIos(platform) &&
    !used.again &&
    Date.parse(now) - Date.parse(used.at) <= IOS_AGAIN_MS
  )
}
