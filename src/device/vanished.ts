/** Noticing that the browser threw databases away: a phone that forgot must not look as if nothing had been there. */
import { accounts } from './accounts.ts'
import { onGone } from './gone.ts'
import { getMeta, setMeta } from './local.ts'
import { ACCOUNTS, belongsTo, inName, rawName } from './names.ts'
import { forgetUnsent } from './register/own.ts'
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
  const isOutGone = Number(out.update_seq) === 0 && (await hasKept(local))
  if (isOutGone) await forgetUnsent({ local })
  const isBehind = position?.epoch === boxes.epoch && (Number(inbox.update_seq) < position.in || isOutGone)
  if (isBehind) await local.delete('meta', 'position')
  if (!account.hadData) await accounts.save({ ...account, hadData: true })
  return isBehind || (!!account.hadData && !born)
}

/** Watches for databases of this officer that are thrown away while they are open; `gone` resolves at the first. */
export function goneBeneath(store: Store): { gone: Promise<void>; stop(): void } {
  let stop = () => {}
  const gone = new Promise<void>((resolve) => {
    stop = onGone((database) => void isOurs(store, database).then((ours) => ours && resolve()))
  })
  return { gone, stop: () => stop() }
}

/** Another tab that starts the mailbox of a new generation deletes the old one: nothing is lost by that. */
async function isOurs({ account, boxes, local }: Store, database: string): Promise<boolean> {
  if (database === ACCOUNTS) return true
  if (!belongsTo(database, account)) return false
  const epoch = await getMeta(local, 'epoch').catch(() => undefined)
  const isInbox = database.startsWith(rawName(inName(account, 0)))
  return !isInbox || database === rawName(inName(account, epoch ?? boxes.epoch))
}
