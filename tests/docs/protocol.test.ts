/** docs/protocol.md says what the code does: a kind, field, code or route that it does not name fails here. */
import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { DOOR_REFUSALS } from '../../server/archive/index.ts'
import { STATUS_KINDS } from '../../src/domain/audience.ts'
import { STATUSES } from '../../src/domain/case-state.ts'
import type { Kind } from '../../src/domain/entries.ts'
import { parseEntryId } from '../../src/domain/ids.ts'
import { accessKinds } from '../../src/domain/kinds/access.ts'
import { caseKinds, mendingKinds } from '../../src/domain/kinds/case.ts'
import * as shapes from '../../src/domain/kinds/fields.ts'
import { meetingKinds } from '../../src/domain/kinds/meeting.ts'
import { villageKinds } from '../../src/domain/kinds/village.ts'
import { newReceiptCode, showReceiptCode } from '../../src/domain/receipt.ts'
import { rolesFor } from '../../src/domain/roles.ts'
import { settingSchemas } from '../../src/domain/settings.ts'
import { newOfficerId } from '../../src/domain/ids.ts'
import { startTestServer } from '../support/server.ts'
import { cellsOf, fieldsOf, typeOf } from './schema-words.ts'

const doc = readFileSync('docs/protocol.md', 'utf8')

/** The text under a heading, up to the next one of any level. */
function section(heading: string): string {
  const start = doc.indexOf(`\n${heading}\n`)
  if (start < 0) throw new Error(`docs/protocol.md has no heading "${heading}"`)
  const rest = doc.slice(start + heading.length + 2)
  const end = rest.search(/^#{1,4} /m)
  return end < 0 ? rest : rest.slice(0, end)
}

/** The first two cells of the lines of the tables in a text. */
const linesIn = (text: string): string[] =>
  text.split('\n').flatMap((line) => /^\| `.+?\|.+?\|/.exec(line)?.[0] ?? [])

const sourcesOf = (...folders: string[]): string =>
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((f) => join(folder, f)),
    )
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n')

const matches = (text: string, pattern: RegExp): string[] =>
  [...new Set([...text.matchAll(pattern)].map((match) => match.slice(1).join(' ')))].sort()

describe('the kinds of entry', () => {
  const kinds = Object.entries({
    ...caseKinds,
    ...mendingKinds,
    ...meetingKinds,
    ...villageKinds,
    ...accessKinds,
  })

  it.each(kinds)('%s: fields, types and limits are those of its schema', (kind, schema) => {
    expect(linesIn(section(`#### \`${kind}\``))).toEqual(fieldsOf(schema).map(cellsOf))
  })

  it.each([...Object.keys(caseKinds)])('%s: who writes it and who sees it', (kind) => {
    const roles = rolesFor(kind as Kind)
    const said = section(`#### \`${kind}\``).replace(/\s+/g, ' ')
    if (roles === 'server') expect(said).toContain('*Written by*: the server alone.')
    else if (roles.length > 0) expect(said).toContain(`*Written by*: ${roles.join(', ')}.`)
    expect(said.includes('*Seen by*: full holders, capturer.')).toBe(STATUS_KINDS.has(kind))
  })

  it.each([
    ['#### place', shapes.place],
    ['#### attachment', shapes.attachment],
    ['#### identity flags', shapes.identityFlags],
    ['#### reportedBy', shapes.reportedBy.wrapped],
  ])('%s: a shared shape', (heading, schema) => {
    expect(linesIn(section(heading))).toEqual(fieldsOf(schema).map(cellsOf))
  })

  it('names every setting with its type', () => {
    const said = section('### Settings')
    for (const [key, schema] of Object.entries(settingSchemas)) {
      const inner = 'item' in schema ? schema.item : schema
      expect(said).toContain(`| \`${key}\` | ${typeOf(schema)}`)
      if (key === 'deadlines') {
        for (const { path } of fieldsOf(schema)) expect(said).toContain(`\`${path.split('.')[0]}\``)
      } else expect(linesIn(said)).toEqual(expect.arrayContaining(fieldsOf(inner).map(cellsOf)))
    }
  })

  it('names every status', () => {
    for (const status of STATUSES) expect(section('## The fold')).toContain(`\`${status}\``)
  })

  it('shows only ids that can exist', () => {
    const ids = matches(doc, /[`"]([cm][0-9a-z]{10,}:\d{8}:[a-z0-9]+|village:\d{8}:[a-z0-9]+)[`"]/g)
    expect(ids.length).toBeGreaterThan(2)
    for (const id of ids) expect(parseEntryId(id), id).toBeDefined()
  })
})

it('works the receipt code of its example out', () => {
  const bytes = /bytes `([0-9a-f ]{23})`/.exec(section('## Receipt codes'))![1]!
  const code = newReceiptCode(Uint8Array.from(bytes.split(' '), (byte) => parseInt(byte, 16)))
  expect(section('## Receipt codes')).toContain(`\`${code}\``)
  expect(section('## Receipt codes')).toContain(`\`${showReceiptCode(code)}\``)
})

describe('the refusals', () => {
  const domain = readFileSync('src/domain/refusals.ts', 'utf8')
  const union = /export type Refusal =([\s\S]*?)\n\n/.exec(domain)![1]!
  const admit = readFileSync('src/domain/admit.ts', 'utf8')
  const table = new Map(
    [...section('## Refusals').matchAll(/^\| `([a-z-]+)` \| ([a-z, ]+) \|/gm)].map(([, code, where]) => [
      code,
      where,
    ]),
  )

  it('are all of the domain and of the door, and no others', () => {
    const known = [...matches(union, /\| '([a-z-]+)'/g), ...DOOR_REFUSALS]
    expect([...table.keys()].sort()).toEqual([...new Set(known)].sort())
  })

  it('say which of them the door gives', () => {
    const given = [...DOOR_REFUSALS, ...matches(admit, /refused\('([a-z-]+)'\)/g), 'unknown-case']
    const said = [...table].filter(([, where]) => where!.includes('door')).map(([code]) => code)
    expect(said.sort()).toEqual([...new Set(given)].sort())
  })
})

describe('the routes', () => {
  const METHOD = /\b(?:app|doors)\s*\.(get|post|put|delete|patch)(?:<[^>]*>)?\(\s*'([^']+)'/g
  const inCode = (folder: string, prefix: string) =>
    matches(sourcesOf(folder), METHOD).map((route) => {
      const [method, path] = route.split(' ')
      return `${method!.toUpperCase()} ${prefix}${path}`
    })

  it('are all that the server has, and no others', () => {
    const known = [...inCode('server/routes', ''), ...inCode('server/doors', '/sync')]
    const headings = matches(doc, /^#### `((?:GET|POST|PUT|DELETE) \/[^`]+)`$/gm)
    expect(headings).toEqual(known.sort())
  })

  it('and every error that they answer', () => {
    const api = [
      ...matches(sourcesOf('server/routes'), /new HttpError\(\d{3}, '([a-z-]+)'/g),
      ...matches(sourcesOf('server/routes'), /'(code-[a-z]+)'/g),
      ...matches(readFileSync('server/routes/errors.ts', 'utf8'), /FST_\w+: '([a-z-]+)'/g),
    ]
    for (const code of api) expect(section('## Requests and sessions'), code).toContain(`\`${code}\``)
    const doors = sourcesOf('server/doors')
    const reasons = [
      ...matches(doors, /badRequest\('([a-z-]+)'\)/g),
      ...matches(doors, /new DoorError\(\d{3}, '[a-z_]+', '([a-z-]+)'\)/g),
      ...matches(sourcesOf('server/archive'), /RetryLater\('([a-z-]+)'\)/g),
    ]
    expect(reasons.length).toBeGreaterThan(15)
    for (const reason of reasons)
      expect(section('#### Errors at the doors'), reason).toContain(`\`${reason}\``)
  })
})

it('has an example client that works as it stands', async () => {
  const script = /```js\n([\s\S]*?)```/.exec(section('## A stock PouchDB client'))![1]!
  const officer = newOfficerId(crypto.getRandomValues(new Uint8Array(16)))
  mkdirSync(resolve('dist'), { recursive: true }) // inside the project, where its packages are found
  const folder = mkdtempSync(resolve('dist', 'example-'))
  const server = await startTestServer()
  try {
    await server.people({ id: officer, position: 'kepalaDusun', dusun: 'Melati' })
    const { code } = await server.office.desk.codes.make({ officer, validFor: 60_000 })
    writeFileSync(join(folder, 'client.mjs'), script)
    const run = promisify(execFile)
    const { stdout, stderr } = await run(process.execPath, ['client.mjs', server.url, code], { cwd: folder })
    expect(stderr).toBe('')
    expect(stdout).toMatch(/^[0-9A-Z]{9} is 001\/ADU\/[IVX]+\/\d{4}; the mailbox holds \d+ entries\n$/)
  } finally {
    await server.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
