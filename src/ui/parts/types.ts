import type { LucideIcon } from '@lucide/svelte'

/** An icon as the library exports it, one import per icon: `@lucide/svelte/icons/inbox`. */
export type Icon = LucideIcon

/** What a thing says by its colour (never by colour alone). */
export type Tone = 'plain' | 'act' | 'wait' | 'bad' | 'news'

/** One possible answer of a choice. */
export interface Option<T extends string = string> {
  value: T
  label: string
  hint?: string
  icon?: Icon
  /** Why it cannot be chosen now; it is shown greyed with this reason. */
  refused?: string
}
