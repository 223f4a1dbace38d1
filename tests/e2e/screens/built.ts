/** What the app has built, read from its own tables, so that a test can tell what it does not cover. */
import { readFileSync } from 'node:fs'
import { parse } from 'regexparam'
import type { Kind } from '../../../src/domain/entries.ts'

const pairs = (file: string, pattern: RegExp): [string, string][] =>
  [...readFileSync(file, 'utf8').matchAll(pattern)].map(([, name, value]) => [name!, value!])

/** Every route by name, in the order in which the router tries them. */
const ROUTES = pairs('src/ui/routes.ts', /^ {2}(\w+): \{ path: '([^']+)'/gm).map(([name, path]) => ({
  name,
  ...parse(path),
}))

export const routeNames = ROUTES.map(({ name }) => name)

/** The name of the route that a path leads to; undefined where none does. */
export const routeOf = (path: string): string | undefined =>
  ROUTES.find(({ pattern }) => pattern.test(path.replace(/[?#].*/, '')))?.name

/** Every part of *Pengaturan* that loads when it is opened. */
export const settingParts = pairs(
  'src/ui/pages/settings/sections.ts',
  /^ {2}'?([\w-]+)'?: \(\) => (import)/gm,
).map(([name]) => name)

/** Every act that has a form. */
export const formKinds = ['desk', 'field'].flatMap((room) =>
  pairs(`src/ui/acts/${room}/index.ts`, /^ {2}(\w+): \{ icon: \w+, load: \(\) => (import)/gm).map(
    ([kind]) => kind as Kind,
  ),
)
