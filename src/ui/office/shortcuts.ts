/** The keys of the office. They act only where nobody is typing and no sheet is open. */

export type Shortcut = 'search' | 'next' | 'previous' | 'open' | 'back' | 'new' | 'help'

const KEYS: Record<string, Shortcut> = {
  '/': 'search',
  j: 'next',
  k: 'previous',
  Enter: 'open',
  Escape: 'back',
  n: 'new',
  '?': 'help',
}

const TYPING = 'input, textarea, select, [contenteditable="true"]'
/** Enter belongs to the control that has the focus, if there is one. */
const ACTIVE = 'a[href], button, summary, [role="button"]'

/** Which shortcut a key press means; undefined while typing, with a modifier, or under an open dialog. */
export function shortcutOf(event: KeyboardEvent): Shortcut | undefined {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return
  const target = event.target instanceof Element ? event.target : undefined
  if (target?.closest(TYPING) || document.querySelector('dialog[open]')) return
  const shortcut = KEYS[event.key]
  if (shortcut === 'open' && target?.closest(ACTIVE)) return
  return shortcut
}
