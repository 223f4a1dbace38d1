/** The server: accepting entries and delivering them, against plain `_bulk_docs` on the same engine. */
import type { Entry } from '../../src/domain/entries.ts'
import { bulk, ensureDatabase } from '../../server/couch/index.ts'
import { PEOPLE, deviceOf } from '../support/domain.ts'
import type { TestServer } from '../support/server.ts'
import { startTestServer } from '../support/server.ts'
import { casesOf, ENTRIES, villageEntries } from './material.ts'
import { compare, timed } from './table.ts'

const TIMES = 5
const DELIVERED = 150
const ACCEPTED = 200

export async function serving(): Promise<void> {
  const server = await startTestServer()
  try {
    await server.archive.seed(villageEntries())
    await server.office.postman.settled()
    await delivering(server)
    await accepting(server)
  } finally {
    await server.close()
  }
}

/** 150 cases of which nobody has anything yet, to the desk's three mailboxes and the lead's. */
async function delivering(server: TestServer): Promise<void> {
  const batch = (n: number) => casesOf(PEOPLE.kadusA, DELIVERED, n * DELIVERED)
  const batches = Array.from({ length: TIMES }, (_, n) => batch(n))
  const ours = await timed(TIMES, async (n) => {
    await server.archive.seed(batches[n]!)
    await server.office.postman.settled()
  })
  const raw = await timed(TIMES, async (n) => {
    for (let copy = 0; copy < 5; copy++) await rawBulk(server, `copy-${copy}`, batches[n]!)
  })
  const what = `archive ${DELIVERED} cases (${DELIVERED * ENTRIES} entries) and deliver them to 4 mailboxes`
  compare(what, ours, '_bulk_docs of the same into 5 databases', raw)
}

/** Judged one by one, each seeing those before it. */
async function accepting(server: TestServer): Promise<void> {
  const batches = Array.from({ length: TIMES }, (_, n) => entriesToSend(10_000 + n * ACCEPTED))
  const sender = {
    officer: PEOPLE.petugas,
    device: deviceOf(PEOPLE.petugas),
    devices: new Set([deviceOf(PEOPLE.petugas)]),
    state: 'active' as const,
    offset: 0,
  }
  const ours = await timed(TIMES, async (n) => {
    const outcomes = await server.archive.accept(batches[n]!, sender)
    const refused = outcomes.filter(({ ok }) => !ok)
    if (refused.length > 0) throw new Error(JSON.stringify(refused[0]))
  })
  const raw = await timed(TIMES, (n) => rawBulk(server, 'accepted', batches[n]!))
  const { length } = batches[0]!
  compare(
    `accept ${length} entries of ${ACCEPTED} new cases in one request`,
    ours,
    '_bulk_docs of the same',
    raw,
  )
}

/** What the desk's phone would send: its own entries, without stamps. */
function entriesToSend(from: number): Entry[] {
  return casesOf(PEOPLE.petugas, ACCEPTED, from)
    .filter(({ by }) => by === PEOPLE.petugas)
    .map((entry) => {
      const bare = { ...entry }
      delete bare.arrived
      return bare
    })
}

async function rawBulk(server: TestServer, name: string, docs: readonly Entry[]): Promise<void> {
  const { couch } = server.office
  await bulk(await ensureDatabase(couch, `kentongan-bench-${name}`), [...docs])
}
