/** Web Share Target: what another app hands over is stored first, offline too, and then opened in *Catat*. */
import { registerRoute } from 'workbox-routing'
import { isFull } from '../device/full.ts'
import { shares, type Incoming } from '../device/shares.ts'

/** As in the manifest's `share_target`. */
const SHARE_PATH = '/bagikan'

/** Takes the POST of the share sheet. */
export function receiveShares(): void {
  registerRoute(
    ({ url, sameOrigin }) => sameOrigin && url.pathname === SHARE_PATH,
    async ({ request }) => Response.redirect(await store(request), 303),
    'POST',
  )
}

/** Where the page goes on: at what was stored, or with the reason why it could not be. */
async function store(request: Request): Promise<string> {
  try {
    const incoming = read(await request.formData())
    if (isEmpty(incoming)) return '/catat'
    const stored = await shares.receive(incoming, new Date().toISOString())
    return stored.ok ? `/catat/kiriman?id=${stored.id}` : '/catat/kiriman?gagal=penuh'
  } catch (error) {
    console.error('share', error)
    return `/catat/kiriman?gagal=${isFull(error) ? 'penuh' : 'rusak'}`
  }
}

function read(form: FormData): Incoming {
  const text = (name: string) =>
    form
      .getAll(name)
      .filter((value) => typeof value === 'string')
      .join('\n')
  // Some apps send a nameless empty file where they have none.
  const files = form.getAll('files').filter((value) => value instanceof File && (value.name || value.size))
  return { title: text('title'), text: text('text'), url: text('url'), files: files as File[] }
}

const isEmpty = ({ title, text, url, files }: Incoming): boolean =>
  !`${title}${text}${url}`.trim() && !files.length
