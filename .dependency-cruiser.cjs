/** The arrows of docs/architecture: which room may import which. */
const rooms = {
  domain: { path: '^src/domain', may: ['^src/domain'], npm: ['valibot'] },
  device: { path: '^src/device', may: ['^src/(device|domain)'], npm: ['pouchdb-', 'events', 'idb'] },
  state: {
    path: '^src/state',
    may: ['^src/(state|domain|device)'],
    npm: ['svelte', 'workbox-window', 'regexparam', 'minisearch'],
  },
  ui: {
    path: '^src/ui',
    may: ['^src/(ui|state|domain|text)', '^docs/panduan'],
    npm: ['svelte', '@lucide/svelte', 'signature_pad', 'uqr', 'papaparse', 'd3-scale', 'write-excel-file'],
  },
  text: { path: '^src/text', may: ['^src/(text|domain)'], npm: [] },
  sw: { path: '^src/sw', may: ['^src/(sw|device|domain|text)'], npm: ['workbox-'] },
  couch: {
    path: '^server/couch',
    may: ['^server/couch'],
    npm: ['nano', 'pouchdb-', 'leveldown'],
    node: true,
  },
  archive: { path: '^server/archive', may: ['^server/(archive|couch)', '^src/domain'], npm: [], node: true },
  doors: {
    path: '^server/doors',
    may: ['^server/(doors|archive|couch)', '^src/domain'],
    npm: ['fastify', '@fastify/'],
    node: true,
  },
  push: {
    path: '^server/push',
    may: ['^server/(push|archive|couch)', '^src/domain'],
    npm: ['web-push', '@types/web-push'],
    node: true,
  },
  routes: {
    path: '^server/routes',
    may: ['^server/(routes|push|archive|couch)', '^src/domain'],
    npm: ['fastify', '@fastify/', 'valibot', 'uqr'],
    node: true,
  },
}

const forbidden = Object.entries(rooms).map(([name, room]) => ({
  name: `${name}-arrows`,
  severity: 'error',
  from: { path: room.path },
  to: {
    pathNot: [
      ...room.may,
      ...room.npm.map((n) => `node_modules/${n}`),
      ...(room.node ? ['^node:', '^[a-z_/]+$'] : []),
    ],
  },
}))

module.exports = {
  forbidden: [
    ...forbidden,
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'server-imports-only-the-domain-of-src',
      severity: 'error',
      from: { path: '^server' },
      to: { path: '^src/(?!domain)' },
    },
    {
      name: 'src-never-imports-the-server',
      severity: 'error',
      from: { path: '^src' },
      to: { path: '^server' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^virtual:' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['svelte', 'browser', 'import', 'node', 'default'],
      extensions: ['.ts', '.js', '.svelte', '.svelte.ts'],
    },
  },
}
