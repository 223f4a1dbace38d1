/** Codes for the demo's officers, and the file that tells scripts and people how to get in. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeLink } from '../routes/code-text.ts'
import type { Desk } from '../routes/desk/index.ts'
import { DEMO_FILE } from './folder.ts'
import { OFFICERS, type DemoOfficer } from './people.ts'

export interface DemoLink extends DemoOfficer {
  /** Can be used again and again: only the demo has such codes. */
  code: string
  link: string
}

const YEAR_MS = 365 * 86_400_000

/** A reusable code for each demo officer. */
export async function demoLinks(desk: Desk, publicUrl: string): Promise<DemoLink[]> {
  const links: DemoLink[] = []
  for (const officer of OFFICERS) {
    const { code } = await desk.codes.make({ officer: officer.id, validFor: YEAR_MS, reusable: true })
    links.push({ ...officer, code, link: codeLink(publicUrl, code) })
  }
  return links
}

/** Writes `demo.json` into the data folder; answers its path. */
export function writeDemoFile(dataDir: string, address: string, officers: DemoLink[]): string {
  const file = join(dataDir, DEMO_FILE)
  writeFileSync(file, `${JSON.stringify({ address, officers }, null, 2)}\n`)
  return file
}
