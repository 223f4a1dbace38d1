/** Codes for the demo's officers, and the file that tells scripts and people how to get in. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
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

/** A reusable code for each demo officer: one of `earlier` links as long as it opens the door. */
export async function demoLinks(
  desk: Desk,
  publicUrl: string,
  earlier: readonly DemoLink[] = [],
): Promise<DemoLink[]> {
  const links: DemoLink[] = []
  for (const officer of OFFICERS) {
    const known = earlier.find(({ id }) => id === officer.id)?.code
    const code = known && (await opens(desk, known, officer.id)) ? known : await newCodeFor(desk, officer.id)
    links.push({ ...officer, code, link: codeLink(publicUrl, code) })
  }
  return links
}

/** A reusable code is not used up by being spent. */
async function opens(desk: Desk, code: string, officer: string): Promise<boolean> {
  const spent = await desk.codes.spend(code)
  return spent.ok && spent.officer === officer
}

const newCodeFor = async (desk: Desk, officer: string): Promise<string> =>
  (await desk.codes.make({ officer, validFor: YEAR_MS, reusable: true })).code

/** The links in `demo.json`; none where there is no such file. */
export function readDemoFile(dataDir: string): DemoLink[] {
  const file = join(dataDir, DEMO_FILE)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { officers: DemoLink[] }).officers : []
}

/** Writes `demo.json` into the data folder; answers its path. */
export function writeDemoFile(dataDir: string, address: string, officers: DemoLink[]): string {
  const file = join(dataDir, DEMO_FILE)
  writeFileSync(file, `${JSON.stringify({ address, officers }, null, 2)}\n`)
  return file
}
