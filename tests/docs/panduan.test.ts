/** The officers' guide speaks the words of the screen: what it prints bold is in the catalogue of sentences. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const FOLDER = 'docs/panduan'
const MOST_BYTES = 60_000

const guides = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .map((name) => [name, readFileSync(join(FOLDER, name), 'utf8')] as const)

/** Every text of the screen, except those that are put together. */
async function sentences(): Promise<Set<string>> {
  const found = new Set<string>()
  const collect = (value: unknown): void => {
    if (typeof value === 'string') found.add(value)
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect)
  }
  for (const file of readdirSync('src/text')) collect({ ...(await import(resolve('src/text', file))) })
  return found
}

describe.each(guides)('%s', (_name, text) => {
  it('calls everything as the screen does', async () => {
    const known = await sentences()
    const said = [...text.matchAll(/\*\*(?:＋ )?([^*]+)\*\*/g)].map(([, label]) =>
      label!.replace(/\s+/g, ' '),
    )
    expect(said.filter((label) => !known.has(label))).toEqual([])
  })

  it('links only to what is there', () => {
    const targets = [...text.matchAll(/(?:\]\(|src=")([^)"#]+)/g)].map(([, target]) => target!)
    for (const target of targets) expect(existsSync(join(FOLDER, target)), target).toBe(true)
  })
})

it('has pictures that are shown, and small', () => {
  const all = guides.map(([, text]) => text).join()
  for (const name of readdirSync(join(FOLDER, 'gambar'))) {
    expect(all).toContain(`gambar/${name}`)
    expect(statSync(join(FOLDER, 'gambar', name)).size).toBeLessThanOrEqual(MOST_BYTES)
  }
})
