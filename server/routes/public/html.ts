/** HTML that is escaped by construction: only `html` makes it, and whatever is put into it as text is escaped. */

/** A piece of HTML. Nothing outside this file can make one. */
export class Html {
  readonly #source: string
  private constructor(source: string) {
    this.#source = source
  }
  static of(parts: readonly string[], values: readonly Value[]): Html {
    return new Html(parts.map((part, n) => part + (n < values.length ? render(values[n]) : '')).join(''))
  }
  toString(): string {
    return this.#source
  }
}

type Value = Html | string | number | false | null | undefined | readonly Value[]

/** A template: every attribute's value stands in double quotes. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html => Html.of(parts, values)

function render(value: Value): string {
  if (value instanceof Html) return value.toString()
  if (Array.isArray(value)) return value.map(render).join('')
  return value === false || value === null || value === undefined ? '' : escape(String(value))
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => SIGNS[sign]!)
