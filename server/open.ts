/** Opens what stands behind the routes: engine, desk and archive of the village. */
import { openArchive, startPostman, type Lease, type Log } from './archive/index.ts'
import { lastBackup } from './admin/backup.ts'
import { copiesFolder, keepCopy } from './admin/form-copies.ts'
import { ConfigError, isInsecure, type Config } from './config.ts'
import { connect, type Couch } from './couch/index.ts'
import { makeFolder } from './folders.ts'
import { openPush, type PushTrial } from './push/index.ts'
import { openDesk, type Desk } from './routes/desk/index.ts'
import type { Office } from './routes/office.ts'
import { VERSION } from './version.ts'

export interface OpenOffice {
  office: Office
  close(): Promise<void>
}

/**
 * Opens the village of a configuration, whose lease is taken. Throws ConfigError, in one sentence, where the engine
 * can't be had.
 */
export async function openOffice(
  config: Config,
  log: Log,
  lease: Lease,
  trial?: PushTrial,
): Promise<OpenOffice> {
  const { dataDir, village, publicUrl, backupDir } = config
  makeFolder('DATA_DIR', dataDir)
  if (backupDir)
    for (const path of [backupDir, copiesFolder(backupDir, village)]) makeFolder('BACKUP_DIR', path)
  const couch = await engineOf(config)
  try {
    const archive = await openArchive({ couch, village, log, lease })
    const desk = openDesk(archive.desk)
    const push = await openPush({ archive, publicUrl, userOf: (device) => userOf(desk, device), trial })
    const postman = startPostman(archive.parts, push.crier)
    const office: Office = {
      village,
      publicUrl,
      secure: publicUrl.startsWith('https:'),
      version: VERSION,
      warnings: isInsecure(publicUrl) ? ['insecure-public-url'] : [],
      couch,
      desk,
      archive,
      postman,
      push,
      lease,
      keepForm: async (id) => void (backupDir && (await keepCopy(backupDir, archive, id))),
      lastBackup: () => lastBackup(archive.desk),
    }
    const close = async () => {
      await postman.stop()
      await push.stop()
      await lease.release().catch(() => {})
      await couch.close()
    }
    return { office, close }
  } catch (error) {
    await couch.close()
    throw error
  }
}

/** Whose device it is, where it is in use and signed in. */
async function userOf({ devices }: Desk, id: string): Promise<string | undefined> {
  const device = await devices.find(id)
  return device?.token && device.state === 'active' ? device.officer : undefined
}

/** What the engine says at the start is meant for the administrator as it is. */
export async function engineOf({ dataDir, couchdbUrl }: Config): Promise<Couch> {
  try {
    return await connect({ dataDir, couchdbUrl })
  } catch (error) {
    throw new ConfigError((error as Error).message, { cause: error })
  }
}
