/** How the parts of the form end it: its draft goes, and another page takes its place. */
import { createContext } from 'svelte'

export const [useFinish, provideFinish] = createContext<(to: string) => Promise<void>>()
