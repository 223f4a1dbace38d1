/** The app's files: few, since a phone installs them one after the other, and none that waits for another in a circle. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cut, type Imports } from '../../vite.chunks.ts'

const PATHS = [
  'src/main.ts',
  'src/ui/pages/tasks/A.svelte',
  'src/ui/pages/case/B.svelte',
  'src/ui/acts/desk/C.svelte',
  'src/device/rescue.ts',
  'src/ui/parts/D.svelte',
  'src/domain/e.ts',
  'src/text/f.ts',
]

/** Any modules, importing any others, at once or lazily. */
const graphs = fc.array(
  fc.record({
    importedIds: fc.uniqueArray(fc.constantFrom(...PATHS), { maxLength: 3 }),
    dynamicallyImportedIds: fc.uniqueArray(fc.constantFrom(...PATHS), { maxLength: 3 }),
  }),
  { minLength: PATHS.length, maxLength: PATHS.length },
)
const asGraph = (all: Imports[]) => (id: string) => all[PATHS.indexOf(id)] ?? null
const same = (id: string) => id

const APP = process.env.TEST_APP ?? 'dist/app'
const textOf = (name: string) => readFileSync(`${APP}/assets/${name}`, 'utf8')

/** A file, and what it brings with it at once. */
function withImports(into: Set<string>, name: string): Set<string> {
  if (into.has(name)) return into
  into.add(name)
  const brought = textOf(name).matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)
  return [...brought].reduce((so, [, next]) => withImports(so, next!), into)
}

describe('the files that the app is cut into', () => {
  it('never wait for each other in a circle, whatever imports what', () => {
    fc.assert(
      fc.property(graphs, (all) => {
        const files = cut('src/main.ts', asGraph(all), same)
        const before = new Map<string, Set<string>>()
        for (const [id, file] of files)
          for (const next of asGraph(all)(id)!.importedIds) {
            const other = files.get(next)
            if (other && other !== file) before.set(file, (before.get(file) ?? new Set()).add(other))
          }
        const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
          [...(before.get(from) ?? [])].some(
            (next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))),
          )
        for (const file of before.keys()) expect(reaches(file, file)).toBe(false)
      }),
    )
  })

  it('put into the start what the entry brings, and no more', () => {
    const all: Record<string, Imports> = {
      'src/main.ts': {
        importedIds: ['src/ui/parts/D.svelte'],
        dynamicallyImportedIds: ['src/ui/pages/tasks/A.svelte', 'src/ui/pages/case/B.svelte'],
      },
      'src/ui/pages/tasks/A.svelte': {
        importedIds: ['src/ui/parts/D.svelte', 'src/domain/e.ts'],
        dynamicallyImportedIds: [],
      },
      'src/ui/pages/case/B.svelte': {
        importedIds: ['src/domain/e.ts', 'src/text/f.ts'],
        dynamicallyImportedIds: ['src/device/rescue.ts'],
      },
    }
    expect(Object.fromEntries(cut('src/main.ts', (id) => all[id] ?? null, same))).toEqual({
      'src/ui/parts/D.svelte': 'start',
      'src/ui/pages/tasks/A.svelte': 'tasks',
      'src/domain/e.ts': 'shared-tasks',
      'src/ui/pages/case/B.svelte': 'case',
      'src/text/f.ts': 'case',
      'src/device/rescue.ts': 'rescue',
    })
  })

  it('bring to the start and to Tugas nothing of what is rare', () => {
    const rare = {
      microphone: 'getUserMedia',
      signature: 'endStroke',
      QR: 'Mask value out of range',
      similar: 'MiniSearch:',
      guide: 'Yang perlu diketahui semua orang',
      Excel: 'spreadsheetml',
    }
    const all = readdirSync(`${APP}/assets`).filter((name) => name.endsWith('.js'))
    const [page = ''] = all.filter((name) => name.startsWith('tasks-'))
    const begun = readFileSync(`${APP}/index.html`, 'utf8').match(/[\w.-]+\.js/g) ?? []
    const fetched = [...begun, page].reduce(withImports, new Set<string>())
    expect(fetched.size).toBeGreaterThan(2)
    for (const [what, mark] of Object.entries(rare)) {
      const holding = all.filter((name) => textOf(name).includes(mark))
      expect(holding.length, what).toBeGreaterThan(0)
      expect(
        holding.filter((name) => fetched.has(name)),
        what,
      ).toEqual([])
    }
  })

  it('are few enough to be installed over a slow line', () => {
    const worker = readFileSync(`${APP}/sw.js`, 'utf8')
    const precached = new Set([...worker.matchAll(/"?url"?:\s*["'`]([^"'`]+)["'`]/g)].map(([, url]) => url))
    expect(precached.size).toBeGreaterThan(20)
    expect(precached.size).toBeLessThan(100)
  })
})
