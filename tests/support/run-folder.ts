/** A folder that lasts as long as one run of the tests. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** The variable of the environment that names it. */
export const RUN_FOLDER = 'KENTONGAN_TEST_RUN'

export default function make(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'kentongan-run-'))
  process.env[RUN_FOLDER] = folder
  return () => rmSync(folder, { recursive: true, force: true })
}
