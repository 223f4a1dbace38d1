/** What another app shares comes here only where the service worker is not there (its data was cleared). */
import type { FastifyInstance } from 'fastify'

/** As much as a phone shares at once; it is read to its end, for a browser hears no answer before. */
const MOST_BYTES = 200_000_000

/** `POST /bagikan`: nothing is read or kept; the app opens, gets ready again, and asks to share once more. */
export async function sharedRoute(fastify: FastifyInstance): Promise<void> {
  await fastify.register((app, _options, done) => {
    app.removeAllContentTypeParsers()
    app.addContentTypeParser('*', (_request, body, parsed) => {
      body.on('end', () => parsed(null)).resume()
    })
    app.post('/bagikan', { bodyLimit: MOST_BYTES }, (_request, reply) =>
      reply.redirect('/catat/kiriman?gagal=belum', 303),
    )
    done()
  })
}
