/** What a letter carries beside its text: from the village's own agenda, so typed, or dotted for the pen. */
export interface Letter {
  number: string
  nature: string
  enclosed: string
  copies: string
}

export const emptyLetter = (): Letter => ({ number: '', nature: '', enclosed: '', copies: '' })

/** One line for each who gets a copy. */
export const copiesOf = ({ copies }: Letter): string[] =>
  copies
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
