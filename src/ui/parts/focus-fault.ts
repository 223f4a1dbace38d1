import { tick } from 'svelte'

/** Puts the focus into the first field that says what it lacks, and both into sight, once the faults are drawn. */
export async function focusFault(form: ParentNode | undefined): Promise<void> {
  await tick()
  const fault = form?.querySelector('.error')
  fault?.parentElement?.querySelector<HTMLElement>('input:not(:disabled), select, textarea')?.focus()
  fault?.parentElement?.scrollIntoView({ block: 'nearest' })
  fault?.scrollIntoView({ block: 'nearest' })
}
