import { connection } from '../../state/connection.svelte.ts'

/** What waits to be sent, as a person counts it: that something was opened is no entry of theirs. */
export const unsentWork = () => connection.waiting.filter(({ kind }) => kind !== 'opened')
