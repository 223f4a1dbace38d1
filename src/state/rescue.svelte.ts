/** The rescue file: made on this phone, or opened for a colleague. */
import { openRescueFile } from '../device/rescue-import.ts'
import type { RescueFile, RescueReport } from '../device/office-types.ts'
import { current } from './current.svelte.ts'
import { drafts } from './drafts.svelte.ts'

export type Opened = { ok: true; report: RescueReport } | { ok: false; why: string }

class Rescue {
  busy = $state(false)
  /** What came of the last attempt to make one. */
  made = $state.raw<RescueFile>()

  constructor() {
    current.onDevice(() => () => (this.made = undefined))
  }

  /** Makes the file anew; `note` stands readable at its top. */
  async make(note: string): Promise<void> {
    this.busy = true
    this.made = await current.open.rescueFile(note, drafts.typed()).finally(() => (this.busy = false))
  }

  /** Hands a colleague's file to the centre. */
  async open(file: Blob): Promise<Opened> {
    return openRescueFile(current.open, await file.text())
  }
}

export const rescue = new Rescue()
