/** What a letter carries beside its heading: from the village's own agenda, so typed, or dotted for the pen. */
export interface Letter {
  number: string
  nature: string
  enclosed: string
  copies: string
  /** The text itself, where the form begins with one that may be changed before it is printed. */
  body: string
}

/** A letter of which nothing is typed yet. */
export const newLetter = (given: Partial<Letter> = {}): Letter => ({
  number: '',
  nature: '',
  enclosed: '',
  copies: '',
  body: '',
  ...given,
})

/** One line for each who gets a copy. */
export const copiesOf = ({ copies }: Letter): string[] =>
  copies
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
