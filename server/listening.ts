/** Listening on the configured address, with what stands in the way told in one sentence. */
import { ConfigError, type Config } from './config.ts'

/** Waits for `listen`. Throws ConfigError where the address can't be had. */
export async function listening({ host, port }: Config, listen: () => Promise<unknown>): Promise<void> {
  try {
    await listen()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new ConfigError(`PORT ${port} is used by another program.`, { cause: error })
    if (code === 'EACCES')
      throw new ConfigError(`PORT ${port} needs rights that this user lacks.`, { cause: error })
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new ConfigError(`HOST "${host}" is no address of this machine.`, { cause: error })
    }
    throw error
  }
}
