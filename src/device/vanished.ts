/** Noticing that the browser threw databases away: a phone that forgot must not look as if nothing had been there. */
import { accounts } from './accounts.ts'
import { getMeta, setMeta } from './local.ts'
import type { Store } from './store.ts'

/** Whether any own entry should still be in `out`: after a month they are cleared away. */
const hasKept = async (local: Store['local']): Promise<boolean> =>
  (await local.getAll('own')).some(({ state }) => state !== 'purged')

/**
 * Whether data of this officer vanished since the last visit. Where a box is behind the register, the register is
 * folded anew from what is there, and the mailbox is fetched again by the next pull.
 */
export async function noticeVanished({ account, boxes, local }: Store): Promise<boolean> {
  const born = await getMeta(local, 'born')
  if (!born) await setMeta(local, 'born', new Date().toISOString())
  const position = await getMeta(local, 'position')
  const [inbox, out] = await Promise.all([boxes.in.info(), boxes.out.info()])
  const isBehind =
    position?.epoch === boxes.epoch &&
    (Number(inbox.update_seq) < position.in || (Number(out.update_seq) === 0 && (await hasKept(local))))
  if (isBehind) await local.delete('meta', 'position')
  if (!account.hadData) await accounts.save({ ...account, hadData: true })
  return isBehind || (!!account.hadData && !born)
}
