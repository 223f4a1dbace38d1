/** Sharing into the app where the browser has lost the service worker: the server keeps nothing and says so. */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
beforeAll(async () => void (server = await startTestServer()))
afterAll(() => server?.close())

it('leads to the app, which asks to share once more', async () => {
  const body = new FormData()
  body.set('text', 'Lampu mati')
  body.set('files', new File([new Uint8Array(3_000_000)], 'foto.jpg', { type: 'image/jpeg' }))
  const answer = await fetch(`${server.url}/bagikan`, { method: 'POST', body, redirect: 'manual' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/catat/kiriman?gagal=belum')
})
