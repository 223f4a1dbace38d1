import { connection } from '../../state/connection.svelte.ts'
import { counted } from './counted.ts'

/** What waits to be sent, as a person counts it. */
export const unsentWork = () => counted(connection.waiting)
