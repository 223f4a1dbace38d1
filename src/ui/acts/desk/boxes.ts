/** The ticks of the paper slip. */
import { SLIP_BOXES, type SlipBox } from '../../../domain/kinds/fields.ts'

/** In the order of the slip; undefined where none is ticked. */
export function boxesOf(ticked: readonly SlipBox[]): SlipBox[] | undefined {
  const boxes = SLIP_BOXES.filter((box) => ticked.includes(box))
  return boxes.length ? boxes : undefined
}
