import { MediaQuery } from 'svelte/reactivity'

/** The office's layout: rail and panes from 1024 px on (64 em, so that enlarged text gets the phone's layout). */
export const wide = new MediaQuery('(min-width: 64em)')
