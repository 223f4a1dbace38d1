/** What the register is asked for: kept in the address, so that a view is a link and survives a reload. */
import { untrack } from 'svelte'
import { router } from '../../../state/router.svelte.ts'
import { EMPTY_QUERY, readQuery, writeQuery, type BookQuery } from '../../office/book-query.ts'

/** Typing is not written letter by letter: browsers limit how often the address may change. */
const WRITE_AFTER_MS = 300

export class BookAddress {
  asked = $state<BookQuery>(EMPTY_QUERY)
  /** The query as it stands in the address, or soon will. */
  text = $derived(writeQuery(this.asked))
  /** What the address said last. */
  #seen = ''

  /** Follows the address and writes to it; belongs into a component's initialisation. */
  constructor() {
    $effect.pre(() => this.#read(router.query.toString()))
    $effect(() => {
      const text = this.text
      const timer = setTimeout(() => this.#write(text), WRITE_AFTER_MS)
      return () => clearTimeout(timer)
    })
  }

  /** All filters off; what is searched for and the order stay. */
  reset(): void {
    this.asked = { ...EMPTY_QUERY, text: this.asked.text, sort: this.asked.sort }
  }

  /** Shows a view as it was kept. */
  show(query: string): void {
    this.asked = readQuery(query)
  }

  #read(search: string): void {
    const query = readQuery(search)
    const text = writeQuery(query)
    if (text === this.#seen) return
    this.#seen = text
    if (text !== untrack(() => this.text)) this.asked = query
  }

  #write(text: string): void {
    if (text === this.#seen) return
    const from = router.query.get('dari')
    const search = [from && `dari=${encodeURIComponent(from)}`, text].filter(Boolean).join('&')
    router.go(search ? `${router.path}?${search}` : router.path, { replace: true })
  }
}
