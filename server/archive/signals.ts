/** What the parts of the archive tell each other, inside one process. */
import { EventEmitter } from 'node:events'

type Heard = () => void

export interface Signals {
  /** Something was written into the archive. */
  accepted(): void
  onAccepted(heard: Heard): () => void
  /** A backup was read in, or a mailbox was lost: everything has to be gone through. */
  overhaul(): void
  onOverhaul(heard: Heard): () => void
  /** The mailbox of an officer was written. */
  changed(officer: string): void
  onChanged(officer: string, heard: Heard): () => void
  /** A device holds more than was known. */
  risen(): void
  onRisen(heard: Heard): () => void
}

/** Signals for one archive. */
export function openSignals(): Signals {
  const events = new EventEmitter().setMaxListeners(0)
  const on = (name: string, heard: Heard) => {
    events.on(name, heard)
    return () => void events.off(name, heard)
  }
  return {
    accepted: () => void events.emit('accepted'),
    onAccepted: (heard) => on('accepted', heard),
    overhaul: () => void events.emit('overhaul'),
    onOverhaul: (heard) => on('overhaul', heard),
    changed: (officer) => void events.emit(`changed ${officer}`),
    onChanged: (officer, heard) => on(`changed ${officer}`, heard),
    risen: () => void events.emit('risen'),
    onRisen: (heard) => on('risen', heard),
  }
}
