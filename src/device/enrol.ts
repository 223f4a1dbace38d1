/** Spending an enrolment code: the browser gets a session, and an account here. */
import { accounts } from './accounts.ts'
import { tryStorage } from './suitable.ts'
import type { Account } from './types.ts'

interface Answer {
  officer: string
  device: string
  village: string
  error?: string
}

const LIMIT_MS = 30_000

/**
 * Spends a code. The same officer enrolling again keeps drafts and unsent entries, whichever device id the centre
 * gives: what an officer's earlier device wrote is accepted too.
 */
export async function enrol(
  code: string,
  label: string,
): Promise<{ ok: true; account: Account } | { ok: false; why: string }> {
  // A code that is spent where nothing can be kept is lost.
  if ((await tryStorage()) === 'full') return { ok: false, why: 'storage' }
  const known = await accounts.acting()
  const device = { ...(known ? { id: known.device } : {}), ...(label ? { label } : {}), platform: platform() }
  let response: Response
  try {
    response = await fetch('/api/enrol', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ code, device }),
      signal: AbortSignal.timeout(LIMIT_MS),
    })
  } catch {
    return { ok: false, why: 'offline' }
  }
  const answer = (await response.json().catch(() => ({}))) as Partial<Answer>
  if (!response.ok) return { ok: false, why: answer.error ?? 'server' }
  return { ok: true, account: await keep(answer as Answer) }
}

async function keep({ officer, device, village }: Answer): Promise<Account> {
  const before = (await accounts.all()).find((each) => each.officer === officer)
  const fresh = { name: '', enrolledAt: new Date().toISOString() }
  // The databases carry the name of the village: under another one, what is unsent would not be found again.
  const account: Account = { ...fresh, village, ...before, officer, device }
  await accounts.save(account)
  await accounts.use(officer)
  // Who got a new link from the office may have forgotten theirs.
  await accounts.changePin(officer, () => undefined)
  return account
}

/** What kind of phone this is, in a word or two for *Keadaan HP*. */
function platform(): string {
  const { userAgentData } = navigator as { userAgentData?: { platform?: string } }
  return (userAgentData?.platform || /\(([^;)]+)/.exec(navigator.userAgent)?.[1] || '?').slice(0, 40)
}
