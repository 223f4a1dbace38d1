/** The keys of the office. They act only where nobody is typing and no sheet is open. */

export type Shortcut = 'search' | 'next' | 'previous' | 'open' | 'back' | 'new' | 'help'

/** In the order in which the help lists them. */
export const KEYS: readonly { key: string; shortcut: Shortcut }[] = [
  { key: '/', shortcut: 'search' },
  { key: 'j', shortcut: 'next' },
  { key: 'k', shortcut: 'previous' },
  { key: 'Enter', shortcut: 'open' },
  { key: 'Escape', shortcut: 'back' },
  { key: 'n', shortcut: 'new' },
  { key: '?', shortcut: 'help' },
]

const TYPING = 'input, textarea, select, [contenteditable="true"]'

/** Which shortcut a key press means; undefined while typing, with a modifier, or under an open dialog. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const target = event.target instanceof Element ? event.target : undefined
  if (target?.closest(TYPING) || document.querySelector('dialog[open]')) return
  return KEYS.find(({ key }) => key === event.key)?.shortcut
}
