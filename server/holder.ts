/** Which installation this is: the same only for a restart on the same data folder while the machine runs on. */
import { randomUUID } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'

const BOOT_ID = '/proc/sys/kernel/random/boot_id'

/** Names it. A copied machine or folder is another one: it has booted by itself, or lies elsewhere. */
export function holderOf(dataDir: string): string {
  const path = join(dataDir, 'server-id')
  const id = readText(path) ?? randomUUID()
  if (!readText(path)) writeFileSync(path, id, { mode: 0o600 })
  return `${id} ${readText(BOOT_ID) ?? hostname()}`
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim() || undefined
  } catch {
    return undefined
  }
}
