/** Serves the built app: hashed files for ever, the rest asked for anew; every page address gets index.html. */
import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { constants } from 'node:zlib'
import compress from '@fastify/compress'
import serveFiles from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { HttpError } from './routes/errors.ts'
import { isData } from './routes/paths.ts'

const FOR_EVER = 'public, max-age=31536000, immutable'
/** Brotli's default (11) takes longer than the network it saves. */
const BROTLI_QUALITY = 5

/** Compresses answers where the client can read it. */
export async function compressAnswers(app: FastifyInstance): Promise<void> {
  await app.register(compress, {
    threshold: 1024,
    // No client of ours packs what it sends; a few packed bytes would become as many megabytes as a body may have.
    globalDecompression: false,
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } },
  })
}

/** Serves the files of `folder`, and its index.html to every navigation outside the API and the doors. */
export async function serveApp(app: FastifyInstance, folder: string): Promise<void> {
  const built = existsSync(join(folder, 'index.html'))
  if (built)
    await app.register(serveFiles, {
      root: folder,
      cacheControl: false,
      dotfiles: 'ignore',
      setHeaders: (reply, path) => {
        reply.header('cache-control', isHashed(path) ? FOR_EVER : 'no-cache')
      },
    })
  app.setNotFoundHandler((request, reply) => {
    if (built && isNavigation(request)) return sendPage(reply)
    throw new HttpError(404, 'not-found')
  })
}

function isNavigation(request: FastifyRequest): boolean {
  const wantsPage = request.headers.accept?.includes('text/html') ?? false
  return request.method === 'GET' && wantsPage && !isData(request.url)
}

const sendPage = (reply: FastifyReply) => reply.code(200).sendFile('index.html')

/** Vite puts a hash of the content into the names of everything in assets/. */
const isHashed = (path: string) => /[-.][\w-]{8,}\.\w+$/.test(basename(path)) && /[\\/]assets[\\/]/.test(path)
