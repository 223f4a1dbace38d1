import { village } from '../../../state/village.svelte.ts'
import type { Sender } from './message.ts'

/** The acting officer, as messages to complainants name them. */
export const sender = (): Sender => ({
  profile: village.current.settings.profile,
  name: village.me.name,
  day: village.day,
})
