/** The forms of the office: verify, assign, answer, close … */
import type { ActForms } from '../types.ts'

export const deskActs: ActForms = {}
