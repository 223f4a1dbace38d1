/** The demo's data folder: made anew at each start, and never anybody else's. */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { ConfigError } from '../config.ts'

export const DEMO_FILE = 'demo.json'

/** Empties a demo's folder. Throws ConfigError where it holds something that no demo wrote. */
export function clearDemoFolder(dataDir: string): void {
  const used = existsSync(dataDir) && readdirSync(dataDir).length > 0
  if (used && !existsSync(join(dataDir, DEMO_FILE)))
    throw new ConfigError(
      `DATA_DIR ${dataDir} holds data that is not the demo's: the demo would delete it. Name another folder.`,
    )
  rmSync(dataDir, { recursive: true, force: true })
}
