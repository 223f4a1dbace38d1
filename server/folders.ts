/** Folders that the server writes to are made and tried at the start, not when they are first needed. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ConfigError } from './config.ts'

/** Makes a folder that only this user may enter. Throws ConfigError, naming the variable, where it can't be written. */
export function makeFolder(variable: string, path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new ConfigError(`${variable} must be a folder that this user can write to: ${path} (${why}).`)
  }
}

/** The built app, wherever this module was bundled to: beside the nearest package.json. */
export function builtApp(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder)
  return join(folder, 'dist', 'app')
}
