/** Moving through a list by key: the focus itself moves from row to row, so Enter and screen readers just work. */

/** Focuses the next (1) or previous (-1) row; from elsewhere the opened one, else the first. */
export function focusRow(list: HTMLElement | undefined, by: 1 | -1): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-row]') ?? [])]
  const at = rows.findIndex((row) => row === document.activeElement)
  const opened = rows.findIndex((row) => row.getAttribute('aria-current') === 'true')
  const from = at >= 0 ? at : opened
  const to = from < 0 ? 0 : Math.min(Math.max(from + by, 0), rows.length - 1)
  rows[to]?.focus()
  rows[to]?.scrollIntoView({ block: 'nearest' })
}
