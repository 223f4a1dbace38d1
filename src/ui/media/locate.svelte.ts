/** Where the phone is: the best fix so far, made better by waiting. Never keeps anybody from going on. */
import type { Place } from '../../domain/kinds/fields.ts'

export type Fix = NonNullable<Place['gps']>

/** Good enough to find a house by (metres); until then, and for so long (ms), it goes on by itself. */
const GOOD_METRES = 20
const WAIT_MS = 30_000

export class Locating {
  going = $state(false)
  trouble = $state<'refused' | 'none'>()
  #watch: number | undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #best = Infinity

  /** Tells each fix that is better than those before; `best`: how good the one already held is (metres). */
  start(onfix: (fix: Fix) => void, best = Infinity): void {
    this.stop()
    if (!navigator.geolocation) return void (this.trouble = 'none')
    this.trouble = undefined
    this.#best = best
    this.going = true
    this.#watch = navigator.geolocation.watchPosition(
      ({ coords }) => this.#take(coords, onfix),
      ({ code, PERMISSION_DENIED }) => (code === PERMISSION_DENIED ? this.#fail('refused') : this.#miss()),
      { enableHighAccuracy: true, maximumAge: 0, timeout: WAIT_MS },
    )
    this.#timer = setTimeout(() => this.#fail('none'), WAIT_MS)
  }

  stop(): void {
    clearTimeout(this.#timer)
    if (this.#watch !== undefined) navigator.geolocation.clearWatch(this.#watch)
    this.#watch = undefined
    this.going = false
  }

  #take({ latitude, longitude, accuracy }: GeolocationCoordinates, onfix: (fix: Fix) => void): void {
    this.trouble = undefined
    if (accuracy < this.#best) {
      this.#best = accuracy
      onfix({ lat: round(latitude), lon: round(longitude), accuracy: Math.ceil(accuracy) })
    }
    if (this.#best <= GOOD_METRES) this.stop()
  }

  /** Satellites come and go: it is told, and the waiting goes on to its end. */
  #miss(): void {
    if (this.#best === Infinity) this.trouble = 'none'
  }

  /** With a fix in hand the end of the waiting is no trouble. */
  #fail(why: 'refused' | 'none'): void {
    this.stop()
    if (this.#best === Infinity) this.trouble = why
  }
}

/** Six decimals are 11 cm. */
const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6
