/**
 * The catalogue: every sentence a person reads. What many screens share hangs on `t`; the sentences of one area
 * stand in a file of their own beside this one and are imported by its pages directly
 * (`import { tasks } from '../../../text/tasks.ts'`), so that they load with those pages.
 */
import { common } from './common.ts'
import { errors } from './errors.ts'
import * as format from './format.ts'
import { refusal, why } from './refusal.ts'
import { shell } from './shell.ts'
import * as status from './status.ts'
import * as words from './words.ts'

export const t = { common, errors, format, refusal, why, shell, status, words }
