/** The keyboard's own *Berikutnya*: Enter in a line of text goes to the text field after it, without a tap. */

const LINES = 'input:is([type="text"], [type="tel"]):enabled'
const FIELDS = `${LINES}, textarea:enabled`

/** For whatever holds the fields (`use:nextField`). */
export function nextField(holder: HTMLElement): { destroy(): void } {
  const focused = ({ target }: FocusEvent) => {
    if (isLine(target)) target.enterKeyHint = after(holder, target) ? 'next' : 'done'
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || !isLine(event.target)) return
    event.preventDefault()
    const next = after(holder, event.target)
    if (next) next.focus()
    else event.target.blur()
  }
  holder.addEventListener('focusin', focused)
  holder.addEventListener('keydown', pressed)
  return {
    destroy() {
      holder.removeEventListener('focusin', focused)
      holder.removeEventListener('keydown', pressed)
    },
  }
}

const isLine = (target: EventTarget | null): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.matches(LINES)

/** What is folded away is no next field. */
function after(holder: HTMLElement, field: HTMLElement): HTMLElement | undefined {
  const all = [...holder.querySelectorAll<HTMLElement>(FIELDS)].filter((one) => one.checkVisibility())
  return all[all.indexOf(field) + 1]
}
