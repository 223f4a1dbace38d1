/** Acts that ask nothing (*Saya kerjakan*, *Catat ke buku*): pressed is done, wherever they are offered. */
import type { Kind } from '../../domain/entries.ts'
import type { CaseView } from '../../state/case.svelte.ts'
import { toast } from '../parts/toasts.svelte.ts'
import { failureWords } from './failure.ts'
import { actForm } from './index.ts'

/** Does the act if there is nothing to ask, and says how it went; false when it has a form to fill in. */
export function doneAtOnce(view: CaseView, kind: Kind): boolean {
  const form = actForm(kind)
  if (!form || !('atOnce' in form)) return false
  void view
    .act(kind, form.atOnce.data)
    .then((result) =>
      toast(result.ok ? form.atOnce.said : failureWords(result.why), result.ok ? 'act' : 'bad'),
    )
  return true
}
