/**
 * One session cookie per device: several officers may share a browser, and the header says which of them acts
 * (*Ganti pengguna* is a switch on the screen, not a new login).
 */
import type { FastifyReply, FastifyRequest } from 'fastify'
import { isDeviceId } from '../../src/domain/ids.ts'

const PREFIX = 'kentongan_'
/** The longest that browsers grant; counted anew at each start of the app. */
export const SESSION_DAYS = 400

export interface Credential {
  device: string
  token: string
}

/** The device and token a request shows; undefined where there is none, or more than one and no header to choose. */
export function credentialOf(request: FastifyRequest): Credential | undefined {
  const chosen = request.headers['x-kentongan-device']
  const shown = Object.entries(request.cookies).flatMap(([name, token]) =>
    name.startsWith(PREFIX) && token ? [{ device: name.slice(PREFIX.length), token }] : [],
  )
  const own = shown.filter(({ device }) => isDeviceId(device) && (chosen === undefined || chosen === device))
  return own.length === 1 ? own[0] : undefined
}

/** Gives the browser the session of a device, or prolongs it. */
export function setSession(reply: FastifyReply, { device, token }: Credential, secure: boolean): void {
  reply.setCookie(PREFIX + device, token, { ...attributes(secure), maxAge: SESSION_DAYS * 86_400 })
}

/** Takes the session of a device from the browser. */
export function clearSession(reply: FastifyReply, device: string, secure: boolean): void {
  reply.clearCookie(PREFIX + device, attributes(secure))
}

function attributes(secure: boolean) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure } as const
}
