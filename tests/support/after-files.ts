/** What outlives a test file tidies up after each of them. */
const tidying: (() => Promise<void>)[] = []

export const afterEachFile = (tidy: () => Promise<void>): void => void tidying.push(tidy)

export async function tidyUp(): Promise<void> {
  for (const tidy of tidying) await tidy()
}
