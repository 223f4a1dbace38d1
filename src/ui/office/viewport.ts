import { MediaQuery } from 'svelte/reactivity'

/** Room for the register's eleven columns beside the rail; below it the same cases are rows. */
export const roomy = new MediaQuery('(min-width: 78em)')
