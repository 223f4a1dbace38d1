/** The steps of a form as places of the browser's history: *Kembali* of the phone goes one step back. */
import { router } from '../../../state/router.svelte.ts'

const KEY = 'langkah'

export class Stepping {
  #path = router.path
  #last: number
  #shown = 0
  /** The step on the screen, from 0; another page that comes in its place does not move it. */
  at = $derived.by<number>(() => {
    if (router.path === this.#path) this.#shown = this.#asked(router.query.get(KEY))
    return this.#shown
  })

  constructor(last: number) {
    this.#last = last
  }

  /** Goes on, or back, to a step; resolves when it is shown. */
  async go(step: number): Promise<void> {
    const { at } = this
    for (let next = at + 1; next <= step; next++) router.go(this.#address(next))
    if (step >= at) return
    if (router.depth >= at - step) await router.rewind(at - step)
    else router.go(this.#address(step), { replace: true })
  }

  #asked(text: string | null): number {
    const step = Number(text ?? 1) - 1
    return Number.isInteger(step) ? Math.min(Math.max(step, 0), this.#last) : 0
  }

  #address(step: number): string {
    return step ? `${this.#path}?${KEY}=${step + 1}` : this.#path
  }
}
