/** What lost phones have sent: listed, taken in, or thrown away, by a person who has looked into it. */
import type { Office } from '../routes/office.ts'
import type { Order, Say } from './socket.ts'

/** Without a device it lists; with one it takes in (`admit`) or throws away (`discard`). */
export async function quarantine(
  office: Office,
  { device = '', admit, discard }: Order['args'],
  say: Say,
): Promise<boolean> {
  const id = String(device)
  const waiting = await office.desk.devices.waiting()
  const count = waiting.get(id)
  if (!count || admit === discard) return list(office, waiting, say)
  if (discard) {
    await office.archive.discardHeld(id)
    say(`${count} entries of ${id} are thrown away.`)
    return true
  }
  const outcomes = await office.archive.admitHeld(id, await office.desk.devices.siblings(id))
  await office.postman.settled()
  say(`${outcomes.filter(({ ok }) => ok).length} entries of ${id} are taken in, marked late.`)
  for (const outcome of outcomes) if (!outcome.ok) say(`  stays: ${outcome.id} (${outcome.why})`)
  return true
}

function list({ archive }: Office, waiting: ReadonlyMap<string, number>, say: Say): boolean {
  if (waiting.size === 0) say(`Nothing waits in quarantine in the village "${archive.village}".`)
  for (const [device, count] of waiting) say(`  ${device}  ${count} entries`)
  if (waiting.size > 0) say('Take in or throw away: npm run quarantine -- --device <id> --admit | --discard')
  return true
}
