/** Words that the archive, the doors and the routes share. */

/** Retired: what it still holds is accepted, marked. Lost: what it sends waits in quarantine for a person. */
export type DeviceState = 'active' | 'retired' | 'lost'

/** Who speaks in a request: the session's officer and device. */
export interface Actor {
  officer: string
  device: string
  state: DeviceState
}

/** What the archive writes down; pino and Fastify's logger fit. Never personal data. */
export interface Log {
  info(about: object, message: string): void
  warn(about: object, message: string): void
  error(about: object, message: string): void
}

/** Milliseconds since 1970. Tests bring their own. */
export type Clock = () => number

/** A log that keeps nothing. */
export const SILENT: Log = { info: () => {}, warn: () => {}, error: () => {} }
