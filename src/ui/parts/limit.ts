import { t } from '../../text/index.ts'

/**
 * What to say of a text that is longer than can be stored; '' where it fits. (The browser's own `maxlength` cuts off
 * without a word what is pasted beyond it.)
 */
export function tooLong(value: string, limit = Infinity): string {
  const over = value.trim().length - limit
  return over > 0 ? t.common.tooLong(over) : ''
}
