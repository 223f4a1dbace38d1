/** Which files the app is cut into: a phone installs all of them, one after the other, so few; and a page fetches what it needs, not more. */
import { basename, relative } from 'node:path'
import type { Plugin } from 'vite'

/** What the bundler knows of a module. */
export type Imports = { importedIds: string[]; dynamicallyImportedIds: string[] }
type Graph = (id: string) => Imports | null

/** Folders whose lazy parts are one file each: a user who opens one of them opens the others. Daily work first. */
const AREAS: [area: string, folder: RegExp][] = [
  ['tasks', /^src\/ui\/(pages\/tasks|shell)\//],
  ['capture', /^src\/ui\/(pages\/capture|receipt)\//],
  ['case', /^src\/ui\/(pages\/case|acts\/field)\//],
  ['media', /^src\/ui\/media\//],
  ['meetings', /^src\/ui\/pages\/meetings\//],
  ['own', /^src\/ui\/pages\/(saya|search|enrol|lock|install|permissions)\//],
  ['guide', /^(src\/ui\/pages\/guide|docs)\//],
  ['desk', /^src\/ui\/acts\/(desk|answer)\//],
  ['office', /^src\/ui\/(office|pages\/(intake|book|untold|overview|phones|workload))\//],
  ['settings', /^src\/ui\/pages\/settings\//],
  ['print', /^src\/ui\/pages\/(print|reports|statistics)\//],
  ['privacy', /^src\/ui\/pages\/privacy\//],
]

/** Everything that a module brings with it at once. */
function closure(id: string, graph: Graph, into = new Set<string>()): Set<string> {
  if (into.has(id)) return into
  into.add(id)
  for (const next of graph(id)?.importedIds ?? []) closure(next, graph, into)
  return into
}

/** The modules that are fetched lazily, from an entry on. */
function lazyOnes(entry: string, graph: Graph): Set<string> {
  const seen = new Set<string>()
  const lazy = new Set<string>()
  const walk = (id: string): void => {
    const known = graph(id)
    if (!known || seen.has(id)) return
    seen.add(id)
    known.dynamicallyImportedIds.forEach((each) => lazy.add(each))
    ;[...known.importedIds, ...known.dynamicallyImportedIds].forEach(walk)
  }
  walk(entry)
  return lazy
}

const areaOf = (path: string): string =>
  AREAS.find(([, folder]) => folder.test(path))?.[0] ?? basename(path).split('.')[0]!
const rank = (area: string): number => AREAS.findIndex(([name]) => name === area) + 1 || Infinity

/**
 * The file of each module: `start` for what the entry brings with it; an area's own; `shared-…` for what several
 * areas use, by the most daily of them. What a module imports is used wherever the module is, so no two files
 * import each other. `pathOf` is a module's path in the project.
 */
export function cut(entry: string, graph: Graph, pathOf: (id: string) => string): Map<string, string> {
  const users = new Map<string, Set<string>>()
  for (const lazy of lazyOnes(entry, graph))
    for (const id of closure(lazy, graph))
      users.set(id, (users.get(id) ?? new Set()).add(areaOf(pathOf(lazy))))
  const files = new Map<string, string>()
  for (const [id, areas] of users) {
    const first = [...areas].sort((a, b) => rank(a) - rank(b))[0]!
    files.set(id, areas.size > 1 ? `shared-${first}` : first)
  }
  closure(entry, graph).forEach((id) => files.set(id, 'start'))
  files.delete(entry)
  return files
}

/** Cuts the app into the files that `cut` names. */
export function chunksPlugin(): Plugin {
  let files = new Map<string, string>()
  return {
    name: 'kentongan-chunks',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          preserveEntrySignatures: false,
          output: {
            strictExecutionOrder: true,
            codeSplitting: {
              includeDependenciesRecursively: false,
              groups: [{ debugName: 'areas', name: (id) => files.get(id) ?? null }],
            },
          },
        },
      },
    }),
    buildEnd() {
      const root = process.cwd()
      const entry = [...this.getModuleIds()].find((id) => this.getModuleInfo(id)?.isEntry)
      if (entry)
        files = cut(
          entry,
          (id) => this.getModuleInfo(id),
          (id) => relative(root, id.split('?')[0]!),
        )
    },
  }
}
