/** Which row of a list the keyboard stands on. */

export class ListCursor {
  /** The rows in the order on the screen. */
  #ids: () => readonly string[]
  current = $state<string>()

  constructor(ids: () => readonly string[]) {
    this.#ids = ids
  }

  /** Moves by one row, stops at both ends; from nowhere to the first row. */
  move(by: 1 | -1): string | undefined {
    const ids = this.#ids()
    const at = this.current ? ids.indexOf(this.current) : -1
    const to = at < 0 ? 0 : Math.min(Math.max(at + by, 0), ids.length - 1)
    this.current = ids[to]
    return this.current
  }
}
