/** What the upper rooms do with a database. */
export type { Draft, Stored } from './documents.ts'
export { statusOf, type Db } from './request.ts'
export { fileInfo, putFile, readFile, type FileInfo } from './files.ts'
export { getDoc, readIds, readMany, readRange, type IdAndRev, type Range, type RangeOptions } from './read.ts'
export { bulk, putDoc, putNew, removeDoc, upsert, type BulkResult, type Written } from './write.ts'
export {
  compact,
  followChanges,
  lastChanges,
  readChanges,
  seqNumber,
  updateSeq,
  type Change,
  type ChangesPage,
  type FollowOptions,
  type Seq,
} from './changes.ts'
