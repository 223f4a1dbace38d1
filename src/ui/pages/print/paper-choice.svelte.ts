/** Which paper lies in the printer: remembered by this browser, whoever uses it. */
export type Paper = 'a4' | 'f4'

const KEY = 'kentongan.kertas'

class PaperChoice {
  #size = $state<Paper>(localStorage.getItem(KEY) === 'f4' ? 'f4' : 'a4')

  get size(): Paper {
    return this.#size
  }

  set size(size: Paper) {
    this.#size = size
    localStorage.setItem(KEY, size)
  }
}

export const paper = new PaperChoice()
