/** The answer as the complainant reads it. */
import { desk } from '../../../text/desk.ts'

export interface Letter {
  /** Missing where it is unknown or hidden. */
  name?: string
  /** Register number, else receipt code. */
  number: string
  subject: string
  text: string
  village: string
}

/** The paragraphs of the letter, from the greeting to the closing. */
export function paragraphs(letter: Letter): string[] {
  const { greeting, about, closing } = desk.answer
  return [
    greeting(letter.name),
    about(letter.number, letter.subject),
    letter.text.trim(),
    closing(letter.village),
  ].filter(Boolean)
}

/** The same as one message. */
export const asMessage = (letter: Letter): string => paragraphs(letter).join('\n\n')
