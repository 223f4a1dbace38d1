/** The words of the letterhead. */
import type { Settings } from '../../../domain/settings.ts'
import { bareName, print } from '../../../text/print.ts'

const words = print.head

/** The lines above the address: as the village set them, else from its profile. The last one is the village's. */
export function headLines({ letterhead, profile }: Pick<Settings, 'letterhead' | 'profile'>): string[] {
  if (letterhead.lines?.length) return letterhead.lines
  const above = [
    profile.kabupaten && words.kabupaten(profile.kabupaten.replace(/^kabupaten\s+/i, '')),
    profile.kecamatan && words.kecamatan(profile.kecamatan.replace(/^kecamatan\s+/i, '')),
  ]
  return [...above, words.desa(bareName(profile.name))].flatMap((line) => (line ? [line.toUpperCase()] : []))
}

/** Address, phone, email and site in one line. */
export const addressLine = ({ address, phone, email, site }: Settings['profile']): string =>
  [address, phone && words.phone(phone), email, site].filter(Boolean).join(' · ')
