/** How long to wait after failures in a row: doubling, with some chance in it so that phones do not come in step. */
export class BackOff {
  #least: number
  #most: number
  #failures = 0

  /** Both in ms. */
  constructor(least: number, most: number) {
    this.#least = least
    this.#most = most
  }

  /** Counts a failure; the ms to wait. */
  next(): number {
    const wait = Math.min(this.#most, this.#least * 2 ** this.#failures++)
    return wait * (0.75 + Math.random() / 2)
  }

  reset(): void {
    this.#failures = 0
  }
}
