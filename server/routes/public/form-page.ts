/** `/lapor`: the form, empty or with what was typed and what is wrong with it. */
import type { PositionName } from '../../../src/domain/kinds/village.ts'
import { officersOn, termsOf, type Village } from '../../../src/domain/village.ts'
import { SOMEBODY } from './complaint.ts'
import { about, checked, described, foot, head, line, long, select, type FormView } from './form-fields.ts'
import { html, type Html } from './html.ts'
import { otherWays, page } from './layout.ts'
import { positions } from './positions.ts'
import { words } from './words.ts'

const said = words.form

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
