/** The officers' guide speaks the words of the screen, and stands in the app as it stands in docs/panduan. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { linkOf, renderGuide } from '../../vite.guide.ts'

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

describe('inside the app', () => {
  const nameOf = (file: string) => file.replace('.md', '')
  const rendered = new Map(guides.map(([file, text]) => [nameOf(file), renderGuide(text, nameOf(file))]))
  const places = new Set(
    [...rendered].flatMap(([name, { html }]) => {
      const path = name === 'README' ? '/panduan' : `/panduan/${name}`
      return [path, ...[...html.matchAll(/<h[23] id="([^"]+)"/g)].map(([, id]) => `${path}#${id}`)]
    }),
  )
  const unknown = (links: string[]) => links.filter((link) => !places.has(link))

  it('has a title, chapters and a text for each guide', () => {
    for (const [name, { title, contents, html }] of rendered) {
      expect(title, name).toMatch(/\w/)
      expect(html.length, name).toBeGreaterThan(500)
      expect(html, name).not.toMatch(/<h1|\]\(|\*\*/)
      if (name.startsWith('k') || name.startsWith('p')) expect(contents.length, name).toBeGreaterThan(4)
    }
  })

  it('leads only to chapters that are there', () => {
    const links = [...rendered.values()].flatMap(({ html }) =>
      [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!),
    )
    expect(links.length).toBeGreaterThan(5)
    expect(unknown(links)).toEqual([])
    expect(linkOf('../operations.md', 'administrator')).toBeUndefined()
  })

  it('is led to, from the screens, only where there is a chapter', () => {
    const sources = readdirSync('src/ui', { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.svelte'))
      .map((path) => readFileSync(join('src/ui', path), 'utf8'))
    const links = sources.flatMap((text) =>
      [...text.matchAll(/<Page\b[^>]*?help=(?:"|\{[^'}]*')([\w#-]+)/g)].map(([, help]) => `/panduan/${help}`),
    )
    expect(links.length).toBeGreaterThan(4)
    expect(unknown(links)).toEqual([])
  })
})
