/** Which cases of a list are chosen, to do one thing with all of them. */
import { SvelteSet } from 'svelte/reactivity'

export class Picking {
  on = $state(false)
  readonly ids = new SvelteSet<string>()

  toggle(id: string): void {
    if (!this.ids.delete(id)) this.ids.add(id)
  }

  stop(): void {
    this.on = false
    this.ids.clear()
  }
}
