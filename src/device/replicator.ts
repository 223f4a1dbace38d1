/** PouchDB's replicator and the doors' adapter: rare enough at the start to be loaded later, so in a file of their own. */
import http from 'pouchdb-adapter-http'
import replication from 'pouchdb-replication'

export const replicator = [http, replication]
