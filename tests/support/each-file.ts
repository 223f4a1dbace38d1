/** Runs for each test file, although the modules that it imports are shared by all files of a worker. */
import { afterAll } from 'vitest'
import { tidyUp } from './after-files.ts'

afterAll(tidyUp)
