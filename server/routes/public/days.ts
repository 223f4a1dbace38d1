/** Days as they are written here: `4 November 2026`. */

const FORMAT = new Intl.DateTimeFormat('id-ID', { dateStyle: 'long', timeZone: 'UTC' })

export const dayInWords = (day: string): string => FORMAT.format(new Date(`${day}T00:00:00Z`))
