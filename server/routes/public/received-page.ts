/** The answer to a complaint: its code, large, and what happens next. It can be printed. */
import { encode } from 'uqr'
import { showReceiptCode } from '../../../src/domain/receipt.ts'
import { html, type Html } from './html.ts'
import { otherWays, page, type Profile } from './layout.ts'
import { words } from './words.ts'

const said = words.received

export function receivedPage(profile: Profile, code: string, publicUrl: string): string {
  const path = `/lacak?kode=${showReceiptCode(code)}`
  const body = html`<div class="box">
      <p>${said.code}</p>
      <p class="code">${showReceiptCode(code)}</p>
      <p>${said.keep}</p>
    </div>
    <h2>${said.next}</h2>
    <ol>
      ${said.steps.map((step) => html`<li>${step}</li>`)}
    </ol>
    <a class="button screen" href="${path}">${said.follow}</a>
    ${qr(publicUrl + path)}
    <p class="small">${said.at(`${publicUrl}/lacak`)}</p>
    <p class="small screen">${said.print}</p>
    ${otherWays(profile)}`
  return page({ profile, title: said.title, body })
}

/** Dark on light in both schemes: scanners need it so. */
function qr(text: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border: 3 })
  const dark = data.flatMap((row, y) => row.flatMap((is, x) => (is ? `M${x} ${y}h1v1h-1z` : []))).join('')
  return html`<svg
    class="qr"
    viewBox="0 0 ${size} ${size}"
    role="img"
    aria-label="${said.qr}"
    shape-rendering="crispEdges"
  >
    <path fill="#fff" d="M0 0h${size}v${size}H0z"></path>
    <path fill="#000" d="${dark}"></path>
  </svg>`
}
