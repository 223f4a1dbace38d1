/** A child process that writes as fast as it can and says what was acknowledged, until it is killed. */
import { writeSync } from 'node:fs'
import { bulk, connect, ensureDatabase, putDoc } from '../../server/couch/index.ts'

const [dataDir = '', round = '0'] = process.argv.slice(2)
const couch = await connect({ dataDir })
const db = await ensureDatabase(couch, 'kentongan-killed-archive')
writeSync(1, 'ready\n')

async function writeForever(lane: number) {
  for (let n = 0; ; n++) {
    const id = `r${round}:${lane}:${String(n).padStart(8, '0')}`
    if (n % 2 === 0) await putDoc(db, { _id: id, text: 'x'.repeat(300) })
    else await bulk(db, [{ _id: id }, { _id: `${id}:second` }])
    writeSync(1, `${id}\n`)
  }
}

if (round !== 'idle') await Promise.all([0, 1, 2, 3].map(writeForever))
