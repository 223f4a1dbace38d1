/** Saved views of the register: an officer's own, on this device. Filters only, never what was searched for. */
import { village } from './village.svelte.ts'

export interface SavedView {
  name: string
  /** The filters as they stand in the address. */
  query: string
}

/** More than these are a list that nobody reads. */
const MOST = 12

const keyOf = (officer: string) => `kentongan-views:${officer}`

class SavedViews {
  #written = $state(0)
  #mine = $derived.by(() => {
    void this.#written
    return read(village.me.id)
  })

  get all(): readonly SavedView[] {
    return this.#mine
  }

  /** Keeps a view; one of the same name is replaced. */
  keep(view: SavedView): void {
    this.#write([...this.#mine.filter(({ name }) => name !== view.name), view].slice(-MOST))
  }

  drop(name: string): void {
    this.#write(this.#mine.filter((view) => view.name !== name))
  }

  #write(views: readonly SavedView[]): void {
    localStorage.setItem(keyOf(village.me.id), JSON.stringify(views))
    this.#written += 1
  }
}

function read(officer: string): SavedView[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(keyOf(officer)) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isView) : []
  } catch {
    return []
  }
}

const isView = (value: unknown): value is SavedView => {
  const view = value as Partial<SavedView> | null
  return typeof view?.name === 'string' && typeof view.query === 'string'
}

export const savedViews = new SavedViews()
