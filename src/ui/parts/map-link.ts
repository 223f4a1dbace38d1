/** A link that leads to a place: to whatever app of the phone knows the way. */

export interface Point {
  lat: number
  lon: number
}

/** By the browser's own name: Android asks which app, iOS opens its maps; a computer has only the web. */
export function mapLink({ lat, lon }: Point, label: string, agent: string): string {
  const at = `${lat},${lon}`
  if (/Android/.test(agent)) return `geo:${at}?q=${at}(${encodeURIComponent(label)})`
  if (/iPhone|iPad|iPod/.test(agent))
    return `https://maps.apple.com/?daddr=${at}&q=${encodeURIComponent(label)}`
  return `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=18/${lat}/${lon}`
}
