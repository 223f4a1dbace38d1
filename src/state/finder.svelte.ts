/** The search in everything that this phone holds: the words of its journals, read when somebody first looks for one. */
import { foldText } from '../domain/fold-text.ts'
import { holds, passage, type Piece, type Wanted } from '../domain/words.ts'
import type { Device } from '../device/contract.ts'
import { current } from './current.svelte.ts'

interface Said {
  text: string
  folded: string
}

class Finder {
  /** False until the words were read; then it follows what changes. */
  ready = $state(false)
  #said = new Map<string, Said>()
  /** Raised with every change of the words, for what is derived of them. */
  #version = $state(0)
  #device: Device | undefined
  #stop: (() => void) | undefined

  constructor() {
    current.onDevice(() => () => this.#forget())
  }

  /** Reads the words; again and again is harmless. */
  open(): void {
    const device = current.open
    if (this.#device === device) return
    this.#device = device
    this.#stop = device.subscribe(({ journals }) => {
      if (journals) void this.#read(device, journals === 'all' ? undefined : journals)
    })
    void this.#read(device)
  }

  /** Whether a journal holds everything that is wanted; undefined where its words are not here (yet). */
  holds(id: string, wanted: Wanted): boolean | undefined {
    void this.#version
    const said = this.#said.get(id)
    return said && holds(said.folded, wanted)
  }

  /** Where in a journal it stands, to be shown and marked. */
  passage(id: string, wanted: Wanted): Piece[] | undefined {
    void this.#version
    return passage(this.#said.get(id)?.text ?? '', wanted)
  }

  async #read(device: Device, ids?: readonly string[]): Promise<void> {
    const rows = await device.words(ids)
    if (this.#device !== device) return
    if (ids) for (const id of ids) this.#said.delete(id)
    else this.#said.clear()
    for (const [id, text] of rows) this.#said.set(id, { text, folded: foldText(text) })
    this.#version += 1
    this.ready = true
  }

  #forget(): void {
    this.#stop?.()
    this.#stop = this.#device = undefined
    this.#said.clear()
    this.ready = false
  }
}

export const finder = new Finder()
