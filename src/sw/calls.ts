/** Called by the centre while the app may be closed: says so, fetches what is new, and leads to it when tapped. */
import { accounts } from '../device/accounts.ts'
import { errandInBackground } from '../device/background.ts'
import { countBadge } from '../device/calls/badge.ts'
import { renewEverywhere } from '../device/calls/renew.ts'
import type { Account } from '../device/types.ts'
import { CALLS, type CallMessage } from '../domain/calls.ts'
import { callWords, sayCalls } from '../text/call-words.ts'

declare const self: ServiceWorkerGlobalScope
declare const __VERSION__: string

/** What TypeScript does not know of notifications. */
interface Shown extends NotificationOptions {
  renotify: boolean
  data: CallMessage & { officer?: string }
}

/** Listens for calls, for taps on them, and for the browser changing its subscription. */
export function heedCalls(): void {
  self.addEventListener('push', (event) => event.waitUntil(called(event.data)))
  self.addEventListener('notificationclick', (event) => {
    event.notification.close()
    event.waitUntil(lead((event.notification as unknown as Shown).data))
  })
  self.addEventListener('pushsubscriptionchange', (event) => {
    ;(event as ExtendableEvent).waitUntil(renewEverywhere())
  })
}

/** First what the officer sees: fetching may take long, and the browser may end it. */
async function called(data: PushMessageData | null): Promise<void> {
  const message = read(data)
  const account = (await accounts.all()).find(({ device }) => device === message.to)
  if (!(await isSeen(account))) await show(message, account)
  await errandInBackground(__VERSION__)
  await countBadge()
}

function read(data: PushMessageData | null): CallMessage {
  try {
    const message = data?.json() as CallMessage
    if (typeof message.n === 'object') return message
  } catch {
    // Of a newer version, or nobody's.
  }
  return { to: '', n: {} }
}

/** Safari takes the right away from who is called and shows nothing, whatever is on the screen. */
const mustShow = !/(Chrome|Firefox)\//.test(navigator.userAgent)

/** Whether the one who is called has the app before their eyes: there the page itself shows what is new. */
async function isSeen(account?: Account): Promise<boolean> {
  if (mustShow || !account || (await accounts.acting())?.officer !== account.officer) return false
  return (await windows()).some(({ visibilityState }) => visibilityState === 'visible')
}

const windows = () => self.clients.matchAll({ type: 'window', includeUncontrolled: true })

/** One notification for each officer: what is not looked at yet is counted on. */
async function show(message: CallMessage, account?: Account): Promise<void> {
  const tag = account?.device ?? 'kentongan'
  const [before] = await self.registration.getNotifications({ tag })
  const data = { ...added(before?.data as CallMessage | undefined, message), officer: account?.officer }
  const [title = callWords.unknown, ...more] = sayCalls(
    CALLS.flatMap((kind) => (data.n[kind] ? [[kind, data.n[kind]] as const] : [])),
  )
  const acting = await accounts.acting()
  const whom = account && account.officer !== acting?.officer ? [callWords.forWhom(account.name)] : []
  const body = [...whom, ...more, callWords.open].join('\n')
  const icons = { icon: '/pwa-192x192.png', badge: '/badge-96x96.png' }
  const options: Shown = { ...icons, body, tag, data, lang: 'id', renotify: true }
  await self.registration.showNotification(title, options)
}

function added(before: CallMessage | undefined, message: CallMessage): CallMessage {
  if (!before) return message
  const n = { ...before.n }
  for (const kind of CALLS) if (message.n[kind]) n[kind] = (n[kind] ?? 0) + message.n[kind]
  return { to: message.to, n, ...(before.open === message.open ? { open: message.open } : {}) }
}

/** To the app that is open, or opens it: for the officer who was called, at what they were called for. */
async function lead({ officer, ...message }: Shown['data']): Promise<void> {
  const path = pathOf(message)
  const open = await windows()
  const window =
    open.find(({ focused }) => focused) ??
    open.find(({ visibilityState }) => visibilityState === 'visible') ??
    open[0]
  if (window) {
    window.postMessage({ type: 'OPEN', path, officer })
    await window.focus().catch(() => undefined)
    return
  }
  if (officer) await accounts.use(officer)
  await self.clients.openWindow(path)
}

function pathOf({ open = '', n }: CallMessage): string {
  if (open.startsWith('c')) return `/aduan/${open}?dari=tugas`
  if (open.startsWith('m')) return `/rapat/${open}`
  const about = CALLS.filter((kind) => n[kind])
  const meetings = about.length > 0 && about.every((kind) => MEETINGS.includes(kind))
  return meetings ? '/rapat' : '/tugas'
}

const MEETINGS = [
  'invited',
  'moved',
  'cancelled',
] as const satisfies readonly (typeof CALLS)[number][] as readonly string[]
