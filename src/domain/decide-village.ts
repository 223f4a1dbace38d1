/** Who may write in the village's own journal, and what keeps it whole. */
import { keepersOn } from './audience.ts'
import { faultIn, type DataOf } from './entries.ts'
import type { PositionName } from './kinds/village.ts'
import { firstOf, refuse, type Act, type Refusal, type Verdict } from './refusals.ts'
import { parseSetting } from './settings.ts'
import { deskOn, heldFrom, type Village } from './village.ts'

type Fault = Refusal | false | undefined

/** Whether an officer may write an act in the village's journal today: desk work, or what stands in for it. */
export function decideVillage(act: Act, actor: string, village: Village, day: string): Verdict {
  if (!keepersOn(village, day).includes(actor)) return refuse('not-your-role')
  if (faultIn(act.kind, act.data) !== undefined) return refuse('invalid')
  return firstOf(() => fault(act, village, day))
}

function fault(act: Act, village: Village, day: string): Fault {
  switch (act.kind) {
    case 'positionHeld':
      return termFault(act.data as DataOf<'positionHeld'>, village, day)
    case 'settingChanged': {
      return settingFault(act.data as DataOf<'settingChanged'>, village, day)
    }
    case 'officerRecorded':
    case 'holidaysSet':
    case 'corrected':
    case 'retracted':
      return undefined
    default:
      return 'not-your-role'
  }
}

/** A position that somebody holds, or will hold, exists. */
function settingFault({ key, value }: DataOf<'settingChanged'>, village: Village, day: string): Fault {
  const setting = parseSetting(key, value)
  if (!setting) return 'unknown-setting'
  if (setting.key !== 'positions') return undefined
  const kept = setting.value as PositionName[]
  return heldFrom(village, day).some((position) => !kept.includes(position)) && 'position-held'
}

/** The last one who receives complaints cannot leave before another holds the duty. */
function termFault(term: DataOf<'positionHeld'>, village: Village, day: string): Fault {
  if (!village.officers[term.officer]) return 'unknown-officer'
  if (term.to && term.to < term.from) return 'dates-reversed'
  if (term.position === 'kepalaDusun' && !term.dusun) return 'dusun-missing'
  const after = { ...village, terms: [...village.terms.filter((t) => t.term !== term.term), term] }
  return deskOn(after, day).length === 0 && 'last-desk'
}
