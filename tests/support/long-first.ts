/** The order of the test files: what takes minutes begins first, so that no worker is left alone with it at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** By how long they take; all others come after them. */
const LONG = [
  'e2e/screens-desk',
  'e2e/screens-phone',
  'faults/kill',
  'faults/simulation',
  'e2e/clauses',
  'e2e/bad-input',
  'e2e/print',
  'device/sync',
  'e2e/story',
  'routes/main',
  'e2e/share',
  'e2e/troubles',
  'e2e/media',
]

export class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).sort((a, b) => place(a) - place(b))
  }
}

/** Files with modules of their own come before all: between others they would end a worker that is warm. */
function place({ moduleId, project }: TestSpecification): number {
  if (project.config.isolate) return -1
  const long = LONG.findIndex((name) => moduleId.endsWith(`${name}.test.ts`))
  return long < 0 ? LONG.length : long
}
