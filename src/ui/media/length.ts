/** How long a voice note of another app is. */

/** A file whose length the browser finds no sooner than that goes without (ms). */
const PATIENCE_MS = 4_000
/** As much as an entry says of a recording. */
const MOST_SECONDS = 3_600

/** In seconds; undefined where the browser cannot tell. */
export async function lengthOf(sound: Blob): Promise<number | undefined> {
  const url = URL.createObjectURL(sound)
  try {
    const { duration } = await metadata(url)
    return Number.isFinite(duration) && duration <= MOST_SECONDS ? duration : undefined
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(url)
  }
}

function metadata(url: string): Promise<HTMLAudioElement> {
  const audio = Object.assign(new Audio(), { preload: 'metadata', src: url })
  return new Promise((resolve, reject) => {
    audio.onloadedmetadata = () => resolve(audio)
    audio.onerror = () => reject(new Error('not to be played'))
    setTimeout(() => reject(new Error('no answer')), PATIENCE_MS)
  })
}
