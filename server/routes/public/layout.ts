/** The frame of the village's public pages. */
import { createHash } from 'node:crypto'
import type { Settings } from '../../../src/domain/settings.ts'
import { html, type Html } from './html.ts'
import script from './shrink.js?raw'
import css from './style.css?raw'
import { words } from './words.ts'

const tagOf = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 10)

/** What the pages load, each under a name that changes with its content. */
export const ASSETS = [
  { path: `/lapor/gaya-${tagOf(css)}.css`, type: 'text/css; charset=utf-8', text: css },
  { path: `/lapor/foto-${tagOf(script)}.js`, type: 'text/javascript; charset=utf-8', text: script },
] as const
const [STYLE, SCRIPT] = ASSETS

export type Profile = Settings['profile']

interface Page {
  profile: Profile
  title: string
  body: Html
  /** With the script that makes photos small. */
  photos?: boolean
}

/** A whole page, as it is sent. */
export function page({ profile, title, body, photos }: Page): string {
  const village = words.of(profile.name)
  const above = [profile.kabupaten, profile.kecamatan].filter(Boolean).join(' · ')
  return String(
    html`<!doctype html>
      <html lang="id">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title} · ${village}</title>
          <link rel="icon" href="/favicon.svg" />
          <link rel="stylesheet" href="${STYLE.path}" />
          ${photos && html`<script src="${SCRIPT.path}" defer></script>`}
        </head>
        <body>
          <a class="skip" href="#isi">${words.skip}</a>
          <header><p>${above && html`<span class="small">${above}</span><br />`}${village}</p></header>
          <main id="isi">
            <h1>${title}</h1>
            ${body}
          </main>
        </body>
      </html> `,
  )
}

/** The channels of the SOP (clause C2) beside the website. */
export function otherWays({ address, phone, email, site }: Profile): Html {
  const { other } = words
  return html`<section>
    <h2>${other.title}</h2>
    <ul>
      <li>${other.office}${address && `: ${address}`}</li>
      <li>${other.box}</li>
      ${phone && html`<li>${other.phone}: <strong>${phone}</strong></li>`}
      ${email && html`<li>${other.email}: <strong>${email}</strong></li>`}
      ${site && html`<li>${other.site}: <strong>${site}</strong></li>`}
    </ul>
  </section>`
}

/** A page that says one thing: too small to be worth compressing, for who is turned away costs next to nothing. */
export const short = (profile: Profile, { title, lead }: { title: string; lead: string }): string =>
  page({ profile, title, body: html`<p>${lead}</p>` })

/** A page that says one thing, and which other ways there are. */
export const notice = (profile: Profile, { title, lead }: { title: string; lead: string }): string =>
  page({
    profile,
    title,
    body: html`<p>${lead}</p>
      ${otherWays(profile)}`,
  })
