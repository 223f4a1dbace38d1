/** What several test files need and one of them makes. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { vi } from 'vitest'
import { RUN_FOLDER } from './run-folder.ts'

/** Makes something in a folder, once per run of the tests: whoever comes second waits for it. Answers the folder. */
export async function once(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(process.env[RUN_FOLDER]!, name)
  const [made, failed] = [`${folder}.made`, `${folder}.failed`]
  if (mkdirSync(folder, { recursive: true })) {
    await make(folder).then(
      () => writeFileSync(made, ''),
      (error: unknown) => {
        writeFileSync(failed, String(error))
        throw error
      },
    )
  }
  await vi.waitUntil(() => existsSync(made) || existsSync(failed), { timeout: 60_000, interval: 50 })
  if (existsSync(failed)) throw new Error(`${name} could not be made: the file that tried to says why.`)
  return folder
}
