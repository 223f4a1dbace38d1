/** Whether an officer wants to be called on this browser: kept beside the accounts, where the service worker finds it. */
import { accounts } from '../accounts.ts'
import type { Account } from '../types.ts'

export interface Wish {
  wanted: boolean
  /** *Nanti saja* was answered then. */
  laterAt?: string
}

/** The officer's wish; undefined while they were never asked. */
export async function wishOf({ officer }: Pick<Account, 'officer'>): Promise<Wish | undefined> {
  const text = await accounts.wish(officer)
  return text ? (JSON.parse(text) as Wish) : undefined
}

export const setWish = ({ officer }: Pick<Account, 'officer'>, wish: Wish): Promise<void> =>
  accounts.setWish(officer, JSON.stringify(wish))

/** Every officer of this browser who wants to be called. */
export async function callable(): Promise<Account[]> {
  const all = await accounts.all()
  const wishes = await Promise.all(all.map(wishOf))
  return all.filter((_, n) => wishes[n]?.wanted)
}
