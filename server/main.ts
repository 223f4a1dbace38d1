/** `npm start`: configuration → app → listen → close. */
import { readConfig } from './config.ts'
import { fail, start, stopOnSignals, stopWhenRelieved, stopWhenSpoilt, warningsOf } from './start.ts'

// Whatever this process creates is for its own user only.
process.umask(0o077)

// Whoever read what it says may be gone: that ends no village.
for (const out of [process.stdout, process.stderr]) out.on('error', () => undefined)

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const app = await start({ config })
  stopOnSignals(app)
  stopWhenRelieved(app, config.village)
  stopWhenSpoilt(app, config.dataDir)
  const { couch, version } = app.office
  console.log(
    `Kentongan ${version}, village "${config.village}", ${couch.engine} engine: ${config.publicUrl}`,
  )
  for (const line of warningsOf(config)) console.log(line)
  if (!app.firstLink) return
  console.log(
    `Nobody can get in yet. The first officer opens this link, once, within 24 hours:\n${app.firstLink}`,
  )
}

main().catch(fail)
