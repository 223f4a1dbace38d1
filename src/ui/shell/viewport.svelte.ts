/** How much room there is, counted in the size of the text: whoever enlarges it gets a smaller screen's layout. */

const root = document.documentElement
const rems = () => innerWidth / parseFloat(getComputedStyle(root).fontSize)

let width = $state(rems())

/** Its own width changes with the window as with the size of the text, whoever changed that. */
const gauge = document.createElement('div')
gauge.style.cssText = 'position: fixed; inset: 0 1rem auto 0; visibility: hidden'
gauge.ariaHidden = 'true'
document.body.append(gauge)
new ResizeObserver(() => (width = rems())).observe(gauge)

/** Whether the window is at least so wide (rem). */
export class Room {
  readonly #least: number
  readonly current = $derived.by(() => width >= this.#least)

  constructor(least: number) {
    this.#least = least
  }
}

/** The office's layout: the rail, and a case beside its list. */
export const wide = new Room(52)

/** The facts beside these, as a third pane. */
export const wider = new Room(64)
