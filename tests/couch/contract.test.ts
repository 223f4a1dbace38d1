import { describe } from 'vitest'
import { attachmentsContract } from './contract/attachments.ts'
import { bulkContract } from './contract/bulk.ts'
import { changesContract } from './contract/changes.ts'
import { databasesContract } from './contract/databases.ts'
import { documentsContract } from './contract/documents.ts'
import { givenEngine } from './contract/given.ts'
import { rangesContract } from './contract/ranges.ts'
import { replicatorContract } from './contract/replicator.ts'
import { engines } from './support.ts'

/** What the project asks of an engine. Set TEST_COUCHDB_URL to put the same to a CouchDB. */
describe.each(engines)('the engine contract, on %s', (engine) => {
  const given = givenEngine(engine)
  databasesContract(given)
  documentsContract(given)
  attachmentsContract(given)
  bulkContract(given)
  rangesContract(given)
  changesContract(given)
  replicatorContract(given)
})
