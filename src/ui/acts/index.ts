/** Every act on a case that a person may choose, and the form it opens (lazily: rare forms cost nothing at start). */
import type { Kind } from '../../domain/entries.ts'
import { deskActs } from './desk/index.ts'
import { fieldActs } from './field/index.ts'
import type { ActForm, ActForms } from './types.ts'

const forms: ActForms = { ...fieldActs, ...deskActs }

/** The form of an act; undefined for what no one chooses from the menu (`opened`, `numbered` …). */
export const actForm = (kind: Kind): ActForm | undefined => forms[kind]

export type { ActForm, ActFormProps, ActForms } from './types.ts'
