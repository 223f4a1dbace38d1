/** Taking everything of an officer from this browser. */
import { accounts } from './accounts.ts'
import { countBadge } from './calls/badge.ts'
import { registration } from './calls/browser.ts'
import { giveUpUnwanted } from './calls/renew.ts'
import { belongsTo, inName, localName, outName, rawName } from './names.ts'
import type { Account } from './types.ts'

/** Deletes the officer's databases and their account. What is open in other tabs closes itself. */
export async function destroyAll(account: Account): Promise<void> {
  await accounts.bury(account.device)
  await Promise.all((await namesOf(account)).map(deleteDatabase))
  await accounts.remove(account.officer)
  await silence(account).catch(() => undefined)
}

/** Nothing more is to be heard of what has left this browser. */
async function silence({ device }: Account): Promise<void> {
  await giveUpUnwanted()
  for (const shown of (await (await registration())?.getNotifications({ tag: device })) ?? []) shown.close()
  await countBadge()
}

async function namesOf(account: Account): Promise<string[]> {
  const known = [localName(account), rawName(outName(account)), rawName(inName(account, 0))]
  const all = (await indexedDB.databases?.()) ?? []
  const found = all.flatMap(({ name }) => (name && belongsTo(name, account) ? [name] : []))
  return [...new Set([...known, ...found])]
}

function deleteDatabase(name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name)
    request.onsuccess = () => resolve()
    request.onerror = () => reject(request.error)
  })
}
