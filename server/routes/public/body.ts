/** Reads the body of a form as it comes: texts and photos, each only as far as there is room for it. */
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy'
import type { FastifyRequest } from 'fastify'
import { MAX_FILE_BYTES } from '../../../src/domain/attachments.ts'
import { HttpError } from '../errors.ts'
import { joined } from './photo/bytes.ts'

export interface Came {
  texts: [string, string][]
  /** A photo that is larger than the centre takes comes as `too-large`. */
  files: (Uint8Array | 'too-large')[]
}

/** A form that says so is not read at all; browsers hear no answer before they have sent everything. */
export const MOST_BYTES = 40 * 1024 * 1024
export const MOST_PHOTOS = 3
/** The whole of it, on the slowest line. */
const READ_MS = 300_000

const LIMITS = {
  fields: 60,
  fieldNameSize: 40,
  fieldSize: 64 * 1024,
  files: MOST_PHOTOS + 1,
  fileSize: MAX_FILE_BYTES + 64 * 1024,
  parts: 70,
  headerPairs: 10,
}

/** The texts and files of a form. Throws 400 on what is none, 408 where it takes for ever, 413 on far too much. */
export function readForm({ raw, headers }: FastifyRequest): Promise<Came> {
  return new Promise((resolve, reject) => {
    const parser = parserFor(headers as BusboyHeaders) // throws on what is no form: nothing may be under way by then
    const came: Came = { texts: [], files: [] }
    let bytes = 0
    const fail = (status: number, code: string) => {
      clearTimeout(timer)
      raw.unpipe(parser).resume()
      reject(new HttpError(status, code))
    }
    const timer = setTimeout(() => {
      fail(408, 'too-slow')
      raw.destroy()
    }, READ_MS)
    parser.on('field', (name, value) => void came.texts.push([name, value]))
    parser.on('file', (_name, stream) => {
      const parts: Uint8Array[] = []
      stream.on('error', () => undefined) // it broke off: the parser's own error tells
      stream.on('data', (part: Uint8Array) => void parts.push(part))
      stream.on('end', () => {
        const file = stream.truncated ? 'too-large' : joined(parts)
        if (file.length > 0) came.files.push(file)
      })
    })
    parser.on('error', () => fail(400, 'not-a-form'))
    parser.on('finish', () => {
      clearTimeout(timer)
      resolve(came)
    })
    raw.on('data', ({ length }: Uint8Array) => {
      bytes += length
      if (bytes > MOST_BYTES) fail(413, 'too-large')
    })
    raw.on('error', () => fail(400, 'not-a-form'))
    raw.on('aborted', () => fail(400, 'not-a-form'))
    raw.pipe(parser)
  })
}

function parserFor(headers: BusboyHeaders): BusboyInstance {
  try {
    return new Busboy({ headers, limits: LIMITS })
  } catch {
    throw new HttpError(400, 'not-a-form')
  }
}
