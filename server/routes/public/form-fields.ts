/** The controls of the form: each with its label, its hint, what was typed and what is wrong with it. */
import type { Village } from '../../../src/domain/village.ts'
import { mostOf, type Faults } from './complaint.ts'
import { html, type Html } from './html.ts'
import type { Field, Values } from './values.ts'
import { words } from './words.ts'

const said = words.form

/** What the form is drawn from. */
export interface FormView {
  village: Village
  day: string
  values: Values
  /** Proves when the form was given out; goes back with it. */
  pass: string
  faults?: Faults
  /** Why it was not taken although nothing in it is wrong. */
  held?: string
  /** A photo was chosen: browsers don't keep it. */
  hadPhotos?: boolean
}

/** How one control differs from a plain line. */
export interface Look {
  hint?: string
  required?: boolean
  low?: boolean
  autocomplete?: string
  inputmode?: string
}

/** Its label and hint. */
export const head = (field: string, label: string, { hint, required }: Look): Html =>
  html`<label for="${field}">${label}${!required && html` <span class="hint">${said.optional}</span>`}</label>
    ${hint && html`<p class="hint" id="${field}-hint">${hint}</p>`}`

/** What is wrong with it, below. */
export const foot = ({ faults }: FormView, field: keyof Faults): Html | undefined | false =>
  !!faults?.[field] && html`<p class="fault" id="${field}-salah">${said.faultMark} ${faults[field]}</p>`

/** What a control says to a screen reader beside its label. */
export function about(view: FormView, field: keyof Faults, look: Look): Html {
  const { faults } = view
  return html`${described(view, field, look)}${look.required && html` aria-required="true"`}${!!faults?.[field] && html` aria-invalid="true"`}`
}

/** The ids of its hint and its fault. */
export function described({ faults }: FormView, field: keyof Faults, { hint }: Look): Html | false {
  const ids = [hint && `${field}-hint`, faults?.[field] && `${field}-salah`].filter(Boolean).join(' ')
  return !!ids && html` aria-describedby="${ids}"`
}

type Text = Exclude<Field, 'terlapor'>

/** One line to type. */
export const line = (view: FormView, field: Text, label: string, look: Look = {}): Html =>
  html`${head(field, label, look)}
    <input
      id="${field}"
      name="${field}"
      value="${view.values[field]}"
      maxlength="${mostOf(field)}"
      ${look.autocomplete && html` autocomplete="${look.autocomplete}"`}${look.inputmode && html` inputmode="${look.inputmode}"`}${about(view, field, look)}
    />
    ${foot(view, field)}`

/** Several lines to type. The first line end after the tag is the browser's to drop, so that one that was typed stays. */
export const long = (view: FormView, field: Text, label: string, look: Look = {}): Html =>
  html`${head(field, label, look)}
    <textarea
      id="${field}"
      name="${field}"
      maxlength="${mostOf(field)}"
      ${look.low && html` class="low"`}${about(view, field, look)}
    >
${view.values[field]}</textarea>
    ${foot(view, field)}`

/** For a box or a circle. */
export const checked = (is: boolean) => is && html` checked`

/** One of several. */
export function select(
  view: FormView,
  field: Text,
  label: string,
  empty: string,
  options: readonly (string | readonly [string, string])[],
  required = false,
): Html {
  const pairs = options.map((one) => (typeof one === 'string' ? ([one, one] as const) : one))
  return html`${head(field, label, { required })}
    <select id="${field}" name="${field}" ${about(view, field, { required })}>
      <option value="">${empty}</option>
      ${pairs.map(([value, shown]) => html`<option value="${value}" ${view.values[field] === value && html` selected`}>${shown}</option>`)}
    </select>
    ${foot(view, field)}`
}
