/** The first steps of a new village: what is done, what comes next. */
import { DEFAULT_SETTINGS } from '../../../domain/settings.ts'
import { register } from '../../../state/register.svelte.ts'
import { village } from '../../../state/village.svelte.ts'
import type { settings as words } from '../../../text/settings.ts'

export interface Step {
  name: keyof typeof words.steps
  href: string
  done: boolean
}

/** What the server calls the first officer until they write their own name. */
const FIRST_NAME = 'Petugas Pengelola'

class Setup {
  steps = $derived<Step[]>([
    {
      name: 'desa',
      href: '/pengaturan/desa',
      done: village.current.settings.profile.name !== DEFAULT_SETTINGS.profile.name,
    },
    { name: 'diri', href: '/pengaturan/diri', done: village.me.name !== FIRST_NAME },
    { name: 'wilayah', href: '/pengaturan/wilayah', done: village.current.settings.dusun.length > 0 },
    { name: 'petugas', href: '/pengaturan/petugas', done: village.inOffice.length > 1 },
    { name: 'aduan', href: '/catat', done: register.cases.length > 0 },
  ])
  doneCount = $derived(this.steps.filter((step) => step.done).length)
  /** The village itself is described; only the first complaint may be missing. */
  described = $derived(this.steps.every((step) => step.done || step.name === 'aduan'))
  complete = $derived(this.doneCount === this.steps.length)
  /** The first step that is not done. */
  next = $derived(this.steps.find((step) => !step.done))
}

export const setup = new Setup()
