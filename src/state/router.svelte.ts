/** Where the app stands: paths of the History API, matched against the routes that the screens define. */
import { parse } from 'regexparam'

export interface Route {
  name: string
  params: Record<string, string>
}

interface Pattern {
  name: string
  keys: string[]
  pattern: RegExp
}

/** What is kept with an entry of the browser's history. */
interface Place {
  key: number
  /** How many places of this app lie behind this one. */
  depth: number
}

class Router {
  #url = $state.raw(new URL(location.href))
  #patterns = $state.raw<Pattern[]>([])
  /** Rises with every change of place; 0 means that the page has just been loaded. */
  moves = $state(0)
  /** The last change of place went through the browser's history (so the old scroll position is wanted). */
  returned = $state(false)

  path = $derived(this.#url.pathname)
  query = $derived(this.#url.searchParams)
  hash = $derived(this.#url.hash.slice(1))
  /** The first defined route that fits the path; undefined where none does. */
  route = $derived<Route | undefined>(this.#match(this.path))

  /** Names and patterns (`/aduan/:id`), in the order in which they are tried. */
  define(table: Record<string, string>): void {
    this.#patterns = Object.entries(table).map(([name, path]) => ({ name, ...parse(path) }))
  }

  /** Listens to the browser's history and to clicks on links of the own origin (`data-instead`: in place of this page). */
  start(): void {
    history.scrollRestoration = 'manual'
    addEventListener('popstate', () => this.#moved(true))
    document.addEventListener('click', (event) => this.#clicked(event))
  }

  /** Goes to a path of the app (`/aduan/c…?dari=buku`). */
  go = (to: string, options: { replace?: boolean } = {}): void => {
    const { depth } = place()
    const next: Place = { key: Date.now(), depth: options.replace ? depth : depth + 1 }
    history[options.replace ? 'replaceState' : 'pushState'](next, '', to)
    this.#moved(false)
  }

  /** Back to where one came from within the app, else to `fallback`. */
  back = (fallback = '/'): void => {
    if (place().depth > 0) history.back()
    else this.go(fallback, { replace: true })
  }

  /** How many places of this app lie behind this one. */
  get depth(): number {
    return place().depth
  }

  /** Back by so many places at once; resolves when that one is shown. */
  rewind(places: number): Promise<void> {
    if (!places) return Promise.resolve()
    return new Promise((there) => {
      addEventListener('popstate', () => there(), { once: true })
      history.go(-places)
    })
  }

  /** Goes to a path in place of this one and of so many before it: *Kembali* does not lead into them again. */
  async goInstead(to: string, before: number): Promise<void> {
    await this.rewind(Math.min(before, this.depth))
    this.go(to, { replace: true })
  }

  /** Takes the fragment out of the address bar and the history: it may hold a secret. */
  dropHash(): void {
    history.replaceState(history.state, '', this.#url.pathname + this.#url.search)
    this.#url = new URL(location.href)
  }

  /** A number for this place in the history: the same when somebody comes back to it. */
  get key(): number {
    return place().key
  }

  #moved(returned: boolean): void {
    this.returned = returned
    this.moves += 1
    this.#url = new URL(location.href)
  }

  #match(path: string): Route | undefined {
    for (const { name, keys, pattern } of this.#patterns) {
      const found = pattern.exec(path)
      if (found) return { name, params: Object.fromEntries(keys.map((k, i) => [k, decode(found[i + 1])])) }
    }
    return undefined
  }

  #clicked(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const link = (event.target as Element).closest?.('a[href]')
    if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute('download')) return
    if (link.origin !== location.origin || !this.#match(link.pathname)) return
    event.preventDefault()
    const replace = link.href === location.href || 'instead' in link.dataset
    this.go(link.pathname + link.search + link.hash, { replace })
  }
}

const place = (): Place => (history.state as Place | null) ?? { key: 0, depth: 0 }

function decode(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? '')
  } catch {
    return part ?? '' // a path that nobody encoded: take it as it stands
  }
}

export const router = new Router()
export const { go, back } = router
