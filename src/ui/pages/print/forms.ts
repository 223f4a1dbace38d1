/** Everything that can be printed, by its name in the address (`/cetak/disposisi/<id>`). */
import { formNames } from '../../../text/print.ts'
import type { PrintForm } from './types.ts'

export const forms: Record<string, PrintForm> = {
  disposisi: {
    title: formNames.disposisi,
    about: 'case',
    empty: true,
    load: () => import('./forms/Disposition.svelte'),
  },
  undangan: {
    title: formNames.undangan,
    about: 'meeting',
    letter: true,
    empty: true,
    load: () => import('./forms/Invitation.svelte'),
  },
}

/** The form of that name; undefined where there is none. */
export const formNamed = (name: string | undefined): PrintForm | undefined =>
  name && Object.hasOwn(forms, name) ? forms[name] : undefined
