/** How many things wait at each place, for the bottom bar and the rail. */
import type { MeetingSummary } from '../../domain/meeting-summary.ts'
import { isNewTask } from '../../domain/summary.ts'
import { dayOf } from '../../domain/time.ts'
import { connection } from '../../state/connection.svelte.ts'
import { register } from '../../state/register.svelte.ts'
import { village } from '../../state/village.svelte.ts'
import { waitsForDesk } from '../office/intake-groups.ts'
import { untoldRows } from '../pages/untold/rows.ts'
import { overdueIn } from '../pages/meetings/decisions.ts'
import type { PlaceName } from './places.ts'

class Counts {
  #intake = $derived(
    village.isDesk
      ? register.cases.filter((one) => waitsForDesk(one, village.current, village.day, village.me.id)).length
      : 0,
  )
  #tasks = $derived(register.cases.filter((one) => isNewTask(one, village.me.id)).length)
  #untold = $derived(untoldRows(register.cases, village.me.id, village.isDesk).length)
  /** Today's, and at the desk what was decided and is late. */
  #meetings = $derived(
    register.meetings.filter((one) => this.#isToday(one)).length +
      (village.isDesk ? overdueIn(register.meetings, village.day) : 0),
  )

  /** What waits at a place; 0 where nothing does or nothing is counted. */
  of(place: PlaceName): number {
    if (place === 'intake') return this.#intake
    if (place === 'tasks') return this.#tasks
    if (place === 'untold') return this.#untold
    if (place === 'meetings') return this.#meetings
    return place === 'saya' ? connection.refused.length + connection.files.refused : 0
  }

  #isToday(one: MeetingSummary): boolean {
    if (one.cancelled || one.held || dayOf(one.startsAt) !== village.day) return false
    return one.officers.includes(village.me.id) || one.calledBy === village.me.id
  }
}

export const counts = new Counts()
