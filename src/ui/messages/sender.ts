import { village } from '../../state/village.svelte.ts'
import type { Sender } from './message.ts'

/** The acting officer, as messages name them, with the village's own wording. */
export function sender(): Sender {
  const { profile, templates } = village.current.settings
  return { profile, wording: templates, name: village.me.name, day: village.day }
}
