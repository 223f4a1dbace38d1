/** `/lacak`: the question, and how far the complaint is. */
import type { Progress, Tracking } from '../../../src/domain/tracking.ts'
import { dayInWords } from './days.ts'
import { html, type Html } from './html.ts'
import { otherWays, page, type Profile } from './layout.ts'
import { statusWords, words } from './words.ts'

const said = words.track

interface Asked {
  code?: string
  digits?: string
  wrong?: string
}

/** The question, with what was typed. */
export function askPage(profile: Profile, { code = '', digits = '', wrong }: Asked): string {
  const body = html`<p>${said.lead}</p>
    ${
      wrong &&
      html`<div class="box bad" role="alert">
        <p><strong>${wrong}</strong></p>
      </div>`
    }
    <form method="post" action="/lacak" novalidate>
      <label for="kode">${said.code}</label>
      <p class="hint" id="kode-hint">${said.codeHint}</p>
      <input
        id="kode"
        name="kode"
        value="${code}"
        maxlength="40"
        autocomplete="off"
        autocapitalize="characters"
        spellcheck="false"
        aria-required="true"
        aria-describedby="kode-hint"
        ${wrong && html` aria-invalid="true"`}
      />
      <label for="angka">${said.digits}</label>
      <p class="hint" id="angka-hint">${said.digitsHint}</p>
      <input
        id="angka"
        name="angka"
        value="${digits}"
        maxlength="4"
        inputmode="numeric"
        autocomplete="off"
        aria-describedby="angka-hint"
      />
      <button type="submit">${said.show}</button>
    </form>
    ${otherWays(profile)}`
  return page({ profile, title: said.title, body })
}

/** How far it is, and to who knew the digits, the answer. */
export function trackedPage(
  profile: Profile,
  code: string,
  { progress, number, answer, digits }: Tracking,
): string {
  const body = html`<p>${said.code}: <strong>${code}</strong></p>
    ${number && html`<p>${said.number}: <strong>${number}</strong></p>`}
    <div class="box">
      <h2>${said.state}</h2>
      <p>${statusWords[stateOf(progress)]}</p>
    </div>
    <h2>${said.steps}</h2>
    ${flow(progress)}
    ${
      answer &&
      html`<h2>${said.answer}</h2>
        <p class="small">${said.answered(dayInWords(answer.on))}</p>
        <p class="box typed">${answer.text}</p>`
    }
    ${progress.answeredOn && !digits && html`<p class="box">${said.elsewhere}</p>`}
    <p class="line screen"><a href="/lacak">${said.another}</a></p>
    ${otherWays(profile)}`
  return page({ profile, title: said.title, body })
}

const stateOf = ({ status, toBook }: Progress): string =>
  toBook && status !== 'notComplaint' ? 'toBook' : status

/** Which step of the flow a status stands at; the last one is where all that ends arrives. */
const PLACES: Partial<Record<string, number>> = {
  toBook: 0,
  notComplaint: 0,
  new: 1,
  incomplete: 1,
  assigned: 2,
  inProgress: 3,
  waitingAgency: 3,
  waitingComplainant: 3,
  reopened: 3,
  answered: 4,
}

function flow(progress: Progress): Html {
  const at = PLACES[stateOf(progress)] ?? said.names.length - 1
  const days = [
    progress.receivedOn,
    progress.registeredOn,
    undefined,
    undefined,
    progress.answeredOn,
    progress.endedOn,
  ]
  return html`<ol class="flow">
    ${said.names.map((name, n) => {
      const look = n < at ? 'done' : n === at ? 'now' : ''
      const day = n <= at && days[n]
      return html`<li class="${look}" ${n === at && html` aria-current="step"`}>
        ${name}${look && html` <span class="small">(${said[look]}${day && `, ${dayInWords(day)}`})</span>`}
      </li>`
    })}
  </ol>`
}
