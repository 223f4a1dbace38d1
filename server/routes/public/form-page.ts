/** `/lapor`: the form, empty or with what was typed and what is wrong with it. */
import type { PositionName } from '../../../src/domain/kinds/village.ts'
import { officersOn, termsOf, type Village } from '../../../src/domain/village.ts'
import { mostOf, SOMEBODY, type Faults } from './complaint.ts'
import { html, type Html } from './html.ts'
import { otherWays, page } from './layout.ts'
import { positions } from './positions.ts'
import type { Field, Values } from './values.ts'
import { words } from './words.ts'

const said = words.form

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

export const formPage = (view: FormView): string =>
  page({ profile: view.village.settings.profile, title: said.title, body: body(view), photos: true })

function body(view: FormView): Html {
  const { village, values, pass } = view
  const { profile } = village.settings
  return html`<p>${said.lead}</p>
    <p class="line"><a href="/lacak">${said.already}</a></p>
    ${profile.phone && html`<p class="box">${said.danger(profile.phone)}</p>`} ${trouble(view)}
    <form method="post" action="/lapor" enctype="multipart/form-data" novalidate data-shrink>
      <input type="hidden" name="tanda" value="${pass}" />
      <p class="trap" aria-hidden="true">
        <label>${said.trap} <input name="situs" tabindex="-1" autocomplete="off" /></label>
      </p>
      <fieldset>
        <legend>${said.what}</legend>
        ${select(view, 'kategori', said.category, said.pickCategory, village.settings.categories, true)}
        ${line(view, 'pokok', said.subject, { hint: said.subjectHint, required: true })}
        ${long(view, 'uraian', said.description, { hint: said.descriptionHint, required: true })}
        ${long(view, 'harapan', said.hope, { low: true })}
      </fieldset>
      <fieldset>
        <legend>${said.where}</legend>
        ${places(view)} ${line(view, 'tempat', said.detail, { hint: said.detailHint })}
      </fieldset>
      ${respondents(view)}
      <fieldset>
        <legend>${said.who}</legend>
        <p class="hint">${said.whoHint}</p>
        ${line(view, 'nama', said.name, { autocomplete: 'name' })}
        ${line(view, 'alamat', said.address, { autocomplete: 'street-address' })}
        ${line(view, 'hp', said.phone, { hint: said.phoneHint, autocomplete: 'tel', inputmode: 'tel' })}
        <label class="tick"
          ><input
            type="checkbox"
            name="rahasia"
            value="ya"
            aria-describedby="rahasia-hint"
            ${checked(values.rahasia === 'ya')}
          />
          ${said.confidential}</label
        >
        <p class="hint" id="rahasia-hint">${said.confidentialHint}</p>
        ${select(view, 'jawab', said.answerBy, said.answerPick, Object.entries(said.means))}
      </fieldset>
      ${photoField(view)} ${privacy(village)}
      <button type="submit">${said.send}</button>
    </form>
    ${otherWays(profile)}`
}

/** What is wrong, all of it, each with the way to its field. */
function trouble({ faults = {}, held, hadPhotos }: FormView): Html | false {
  const all = Object.entries(faults)
  if (!held && all.length === 0) return false
  return html`<div class="box bad" role="alert" id="salah">
    <p><strong>${all.length > 0 ? said.faults(all.length) : held}</strong></p>
    ${
      all.length > 0 &&
      html`<ul>
        ${all.map(([field, why]) => html`<li><a href="#${field}">${why}</a></li>`)}
      </ul>`
    }
    <p>${said.kept}${hadPhotos && ` ${said.photoAgain}`}</p>
  </div>`
}

interface Look {
  hint?: string
  required?: boolean
  low?: boolean
  autocomplete?: string
  inputmode?: string
}

const head = (field: string, label: string, { hint, required }: Look): Html =>
  html`<label for="${field}">${label}${!required && html` <span class="hint">${said.optional}</span>`}</label>
    ${hint && html`<p class="hint" id="${field}-hint">${hint}</p>`}`

const foot = ({ faults }: FormView, field: keyof Faults): Html | undefined | false =>
  !!faults?.[field] && html`<p class="fault" id="${field}-salah">${said.faultMark} ${faults[field]}</p>`

/** What a control says to a screen reader beside its label. */
function about(view: FormView, field: keyof Faults, look: Look): Html {
  const { faults } = view
  return html`${described(view, field, look)}${look.required && html` aria-required="true"`}${!!faults?.[field] && html` aria-invalid="true"`}`
}

function described({ faults }: FormView, field: keyof Faults, { hint }: Look): Html | false {
  const ids = [hint && `${field}-hint`, faults?.[field] && `${field}-salah`].filter(Boolean).join(' ')
  return !!ids && html` aria-describedby="${ids}"`
}

type Text = Exclude<Field, 'terlapor'>

const line = (view: FormView, field: Text, label: string, look: Look = {}): Html =>
  html`${head(field, label, look)}
    <input
      id="${field}"
      name="${field}"
      value="${view.values[field]}"
      maxlength="${mostOf(field)}"
      ${look.autocomplete && html` autocomplete="${look.autocomplete}"`}${look.inputmode && html` inputmode="${look.inputmode}"`}${about(view, field, look)}
    />
    ${foot(view, field)}`

/** The first line end after the tag is the browser's to drop, so that one that was typed stays. */
const long = (view: FormView, field: Text, label: string, look: Look = {}): Html =>
  html`${head(field, label, look)}
    <textarea
      id="${field}"
      name="${field}"
      maxlength="${mostOf(field)}"
      ${look.low && html` class="low"`}${about(view, field, look)}
    >
${view.values[field]}</textarea>
    ${foot(view, field)}`

const checked = (is: boolean) => is && html` checked`

function select(
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

/** Three short lists; which belong together is checked when it is sent. */
function places(view: FormView): Html | false {
  const { dusun } = view.village.settings
  if (dusun.length === 0) return false
  const rows = dusun.flatMap((one) => one.rw)
  const sorted = (all: string[]) => [...new Set(all)].sort()
  const rw = sorted(rows.map((one) => one.rw))
  const rt = sorted(rows.flatMap((one) => one.rt))
  const names = dusun.map(({ name }) => name)
  return html`<div class="row">
    <div>${select(view, 'dusun', said.dusun, said.unknown, names)}</div>
    ${rw.length > 0 && html`<div>${select(view, 'rw', said.rw, '–', rw)}</div>`}
    ${rt.length > 0 && html`<div>${select(view, 'rt', said.rt, '–', rt)}</div>`}
  </div>`
}

/** Asked of everybody: whoever is named is kept from the complaint from its first entry on. */
function respondents(view: FormView): Html {
  const { values, village, day } = view
  const one = (value: string, label: string, id?: string) =>
    html`<label class="tick"
      ><input
        type="radio"
        name="tentang"
        value="${value}"
        ${id && html` id="${id}"`}${checked(values.tentang === value)}
      />
      ${label}</label
    >`
  const box = (value: string, label: string, id?: string) =>
    html`<label class="tick"
      ><input
        type="checkbox"
        name="terlapor"
        value="${value}"
        ${id && html` id="${id}"`}${checked(values.terlapor.includes(value))}
      />
      ${label}</label
    >`
  return html`<fieldset class="about" ${described(view, 'tentang', { hint: said.aboutHint })}>
    <legend>${said.about}</legend>
    <p class="hint" id="tentang-hint">${said.aboutHint}</p>
    ${one('tidak', said.aboutNo, 'tentang')} ${one('ya', said.aboutYes)} ${foot(view, 'tentang')}
    <fieldset class="whom" ${described(view, 'terlapor', {})}>
      <legend class="label">${said.aboutWho}</legend>
      ${officersOn(village, day).map((officer, n) => box(officer, nameOf(officer, village, day), n === 0 ? 'terlapor' : undefined))}
      ${box(SOMEBODY, said.aboutUnknown)} ${foot(view, 'terlapor')}
    </fieldset>
  </fieldset>`
}

/** By position first: that is how people know them. */
function nameOf(officer: string, village: Village, day: string): string {
  const held = termsOf(village, officer, day)
    .filter(({ position }) => position !== ('petugasPengelola' satisfies PositionName))
    .concat(termsOf(village, officer, day))
  const title = held[0] && positions(held[0])
  return [title, village.officers[officer]?.name].filter(Boolean).join(': ')
}

/** Last of all fields, so that the words are read before a photo that is too large. */
const photoField = (view: FormView): Html =>
  html`${head('foto', said.photos, { hint: said.photosHint })}
    <input
      id="foto"
      name="foto"
      type="file"
      accept="image/jpeg,image/png,image/webp"
      multiple${about(view, 'foto', { hint: said.photosHint })}
    />
    ${foot(view, 'foto')}`

function privacy({ settings }: Village): Html {
  const { privacy: law } = words
  return html`<section class="box">
    <h2>${law.title}</h2>
    <p class="small">${law.short(words.of(settings.profile.name))}</p>
    <p class="small">${law.who}</p>
    <p class="small">${law.years(settings.retention.caseYears)}</p>
    <p class="small">${law.rights}</p>
    <p class="small">${law.none}</p>
  </section>`
}
