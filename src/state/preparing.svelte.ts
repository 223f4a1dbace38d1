/** Photos and recordings that are being made ready: what is written meanwhile waits for them. */

type Kind = 'picture' | 'voice'

class Preparing {
  #under = $state<Kind[]>([])
  #all: Promise<unknown> = Promise.resolve()
  /** What keeps a form from being saved just now. */
  what = $derived<Kind | undefined>(this.#under.includes('voice') ? 'voice' : this.#under[0])

  /** Counts the work while it goes on; a fault in it stays its own. */
  during<T>(kind: Kind, work: Promise<T>): Promise<T> {
    this.#under.push(kind)
    const done = () => void this.#under.splice(this.#under.indexOf(kind), 1)
    const ended = work.then(done, done)
    this.#all = Promise.all([this.#all, ended])
    return work
  }

  /** Resolves when nothing is under way any more. */
  async settled(): Promise<void> {
    while (this.#under.length) await this.#all
  }
}

export const preparing = new Preparing()
