/** `npm run demo`: a fictitious village on the embedded engine, with a link for each of its officers. */
import { mkdirSync } from 'node:fs'
import { refuseIfServed } from './admin/socket.ts'
import { readConfig } from './config.ts'
import { clearDemoFolder } from './demo/folder.ts'
import { demoLinks, readDemoFile, writeDemoFile, type DemoLink } from './demo/links.ts'
import { seedDemo } from './demo/seed.ts'
import type { Office } from './routes/office.ts'
import { fail, start, stopOnSignals } from './start.ts'

// Whatever this process creates is for its own user only.
process.umask(0o077)

const POSITIONS: Record<DemoLink['position'], string> = {
  kepalaDesa: 'Kepala Desa',
  sekretarisDesa: 'Sekretaris Desa',
  petugasPengelola: 'Petugas Pengelola Pengaduan',
  kaurTuUmum: 'Kaur TU dan Umum',
  kaurKeuangan: 'Kaur Keuangan',
  kaurPerencanaan: 'Kaur Perencanaan',
  kasiPemerintahan: 'Kasi Pemerintahan',
  kasiKesejahteraan: 'Kasi Kesejahteraan',
  kasiPelayanan: 'Kasi Pelayanan',
  kepalaDusun: 'Kepala Dusun',
  stafKasi: 'Staf Kasi',
}

async function main(): Promise<void> {
  const defaults = { VILLAGE: 'contohrejo', DATA_DIR: '.demo' }
  // Never a CouchDB: it may be a real village's.
  const config = readConfig({ ...defaults, ...process.env, COUCHDB_URL: undefined })
  await refuseIfServed(config.dataDir)
  if (process.env.KEEP !== '1') clearDemoFolder(config.dataDir)
  mkdirSync(config.dataDir, { recursive: true })
  const earlier = readDemoFile(config.dataDir)
  writeDemoFile(config.dataDir, config.publicUrl, earlier)
  const app = await start({ config, logLevel: 'warn', prepare: seedIfEmpty })
  stopOnSignals(app)
  const { desk } = app.office
  const links = await demoLinks(desk, config.publicUrl, earlier)
  const file = writeDemoFile(config.dataDir, config.publicUrl, links)
  console.log(`Demo village "Contohrejo" (fictitious): ${config.publicUrl}\n`)
  for (const { name, position, dusun, link } of links)
    console.log(`  ${`${name}, ${POSITIONS[position]}${dusun ? ` ${dusun}` : ''}`.padEnd(52)} ${link}`)
  console.log(`\nThe same list for scripts: ${file}. Ctrl+C stops the server.`)
}

async function seedIfEmpty({ archive, postman }: Office): Promise<void> {
  const village = await archive.villageNow()
  if (Object.keys(village.officers).length > 0) return
  await seedDemo(archive, Date.now())
  await postman.settled()
}

main().catch(fail)
