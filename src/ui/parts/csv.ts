/** Lines for Indonesian Excel: semicolons between, and nothing in a cell that it would take for a formula. */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  '\ufeff' + rows.map((row) => row.map(cell).join(';')).join('\r\n') + '\r\n'

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[;"\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
