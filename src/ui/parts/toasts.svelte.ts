import { untrack } from 'svelte'

/** Short sentences after an act; they leave by themselves unless somebody is reading them. */
export interface Toast {
  id: number
  text: string
  tone: 'act' | 'bad' | 'wait'
  action?: { word: string; run: () => void }
}

const SHOWN_MS = 6_000

class Toasts {
  shown = $state<Toast[]>([])
  /** How many dialogs are open: what lies behind them is neither seen nor read aloud. */
  dialogs = $state(0)
  /** Heights (px) of what stands at the foot of the screen: the bottom bar, a compose bar, the button of a step. */
  #feet = $state.raw<readonly { height: number }[]>([])
  #next = 1

  /** Says a sentence; a refusal stays until it is closed. */
  say(text: string, tone: Toast['tone'] = 'act', action?: Toast['action']): void {
    const id = this.#next++
    const others = this.shown.filter((one) => one.text !== text)
    this.shown = [...others.slice(-2), { id, text, tone, action }]
    if (tone !== 'bad') setTimeout(() => this.close(id), SHOWN_MS)
  }

  /** A dialog opened: what was said before belongs to the screen behind it. */
  dialogOpened(): void {
    this.dialogs += 1
    this.shown = this.shown.filter((one) => one.tone === 'bad')
  }

  dialogClosed(): void {
    this.dialogs -= 1
  }

  /** How far above the lower edge they are shown, in px, so that they hide nothing to be tapped. */
  get above(): number {
    return Math.max(0, ...this.#feet.map(({ height }) => height))
  }

  /** Keeps them clear of a foot of that height (px) until the answer is called. */
  keepClear(height: number): () => unknown {
    const foot = { height }
    this.#feet = [...untrack(() => this.#feet), foot]
    return () => (this.#feet = untrack(() => this.#feet).filter((one) => one !== foot))
  }

  close(id: number): void {
    this.shown = this.shown.filter((one) => one.id !== id)
  }
}

export const toasts = new Toasts()

/** Says a sentence in the live region: `toast(t.common.saved)`, `toast(t.refusal[why], 'bad')`. */
export const toast = (text: string, tone?: Toast['tone'], action?: Toast['action']): void =>
  toasts.say(text, tone, action)
