import { t } from '../../text/index.ts'
import { toast } from './toasts.svelte.ts'

/** Puts text on the clipboard and says so, or says how to do it by hand. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast(t.common.copied)
  } catch {
    toast(t.common.copyFailed, 'bad')
  }
}
