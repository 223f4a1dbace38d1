/** Takes files and recordings into a draft, one by one: each is on the disk before the draft names it. */
import type { Prepared } from '../../state/media.svelte.ts'
import type { Attachment } from '../../domain/kinds/fields.ts'
import { media } from '../../state/media.svelte.ts'
import { preparing } from '../../state/preparing.svelte.ts'
import { mediaText } from '../../text/media.ts'
import { ATTACHMENTS } from './limits.ts'
import { prepareFile, prepareSound, type Made } from './prepare.ts'

/** What holds the list: the data of a draft. One from before there were attachments has none. */
export interface Holder {
  attachments?: Attachment[]
}

export class Adding {
  /** Which of how many files is under way. */
  progress = $state.raw<{ at: number; of: number }>()
  /** One sentence for each file that could not be taken. */
  faults = $state.raw<readonly string[]>([])
  /** How many of them would have fitted, had there been room. */
  noRoom = 0
  #holder: () => Holder
  /** Where what is under way will be named: the draft outlives its screen. */
  #into: Holder | undefined

  constructor(holder: () => Holder) {
    this.#holder = holder
  }

  /** Takes pictures (or voice notes) of a camera, a gallery or another app. It goes on when its screen is left. */
  files(files: readonly File[]): Promise<void> {
    this.#begin()
    return preparing.during('picture', this.#each(files))
  }

  /** Takes a recording. */
  sound(sound: Blob, seconds: number): Promise<void> {
    this.#begin()
    return preparing.during(
      'voice',
      prepareSound(sound, seconds).then((made) => this.#take(made, '')),
    )
  }

  /** Stores what is ready and names it in the draft; answers whether there was room. */
  async keep(prepared: Prepared): Promise<boolean> {
    this.#into ??= this.#holder()
    const kept = await media.keep(prepared)
    if (kept.ok) this.#name(prepared.attachment)
    else {
      this.noRoom++
      this.#complain(mediaText.unfit['full-disk'])
    }
    return kept.ok
  }

  remove(hash: string): void {
    this.#into = this.#holder()
    this.#list = this.#list.filter((one) => one.hash !== hash)
  }

  #begin(): void {
    this.#into = this.#holder()
    this.faults = []
    this.noRoom = 0
  }

  get #list(): Attachment[] {
    return (this.#into ??= this.#holder()).attachments ?? []
  }

  set #list(list: Attachment[]) {
    ;(this.#into ??= this.#holder()).attachments = list.length ? list : undefined
  }

  async #each(files: readonly File[]): Promise<void> {
    for (const [index, file] of files.entries()) {
      if (this.#list.length >= ATTACHMENTS) return this.#complain(mediaText.tooMany(ATTACHMENTS))
      this.progress = { at: index + 1, of: files.length }
      await this.#take(await prepareFile(file).catch(unreadable), file.name)
    }
    this.progress = undefined
  }

  async #take(made: Made, name: string): Promise<void> {
    if (made.ok) await this.keep(made.prepared)
    else this.#complain(mediaText.unfitNamed(name, mediaText.unfit[made.why]))
  }

  /** The same picture is not held twice. */
  #name(attachment: Attachment): void {
    if (!this.#list.some(({ hash }) => hash === attachment.hash)) this.#list = [...this.#list, attachment]
  }

  #complain(sentence: string): void {
    this.progress = undefined
    this.faults = [...this.faults, sentence]
  }
}

/** A file that vanished from the phone's store between being chosen and being read. */
const unreadable = (): Made => ({ ok: false, why: 'broken' })
