import { router } from '../../../state/router.svelte.ts'
import { t } from '../../../text/index.ts'
import { settings as words } from '../../../text/settings.ts'
import { toast } from '../../parts/toasts.svelte.ts'

/** Says how saving ended; true where it is done. */
export function tell(result: { ok: true } | { ok: false; why: string }): boolean {
  if (result.ok) toast(words.saved)
  else toast(t.why(result.why), 'bad')
  return result.ok
}

/** After a page was saved: back to where it was opened from. */
export const leave = () => router.back('/pengaturan')
