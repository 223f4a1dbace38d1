/** The room of the database engine: CouchDB over HTTP, or the embedded engine that speaks like it. */
export { connect, type Couch } from './connect.ts'
export { EngineError, startEmbedded } from './embedded/index.ts'
export { onSpoilt } from './embedded/durable.ts'
export {
  archiveName,
  boxName,
  database,
  databasesOf,
  deskName,
  dropDatabase,
  ensureDatabase,
  mediaName,
} from './databases.ts'
export * from './store.ts'
