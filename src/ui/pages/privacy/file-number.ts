/** By which number a file is known where several are listed. */
import type { CaseSummary } from '../../../domain/summary.ts'
import { retention as words } from '../../../text/retention.ts'

/** The number of the register or of the paper book; what was never taken into the book says so. */
export const fileNumber = ({ number, paperNumber, toBook }: CaseSummary): string =>
  number ?? paperNumber ?? (toBook ? words.notBooked : '')
