/** Where a call leads that was tapped while the app was open. */
import { router } from './router.svelte.ts'
import { session } from './session.svelte.ts'

interface Tapped {
  type?: string
  path?: string
  officer?: string
}

/** Follows the service worker: to what the officer was called for, and puts them in front where another is. */
export function followCalls(): void {
  navigator.serviceWorker?.addEventListener('message', ({ data }: MessageEvent<Tapped | null>) => {
    if (data?.type === 'OPEN' && data.path) void lead(data.path, data.officer)
  })
}

async function lead(path: string, officer?: string): Promise<void> {
  const isHere = session.accounts.some((account) => account.officer === officer)
  if (officer && isHere && session.account?.officer !== officer) await session.switchTo(officer)
  router.go(path)
}
