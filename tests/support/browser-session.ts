/** What a browser does for the app between requests: it keeps the cookies and names itself. */

export interface Answer<T = Record<string, unknown>> {
  status: number
  body: T
  headers: Headers
}

/** One enrolled device of one officer, as the app calls the server. */
export interface Caller {
  officer: string
  device: string
  browser: TestBrowser
  /** The headers that carry the session, for other clients. */
  headers: Record<string, string>
  call<T = Record<string, unknown>>(method: string, path: string, body?: unknown): Promise<Answer<T>>
}

export class TestBrowser {
  readonly url: string
  readonly cookies = new Map<string, string>()

  constructor(url: string) {
    this.url = url
  }

  get cookie(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  /** A request with this browser's cookies; what is set is kept. */
  async request<T = Record<string, unknown>>(path: string, init: RequestInit = {}): Promise<Answer<T>> {
    const headers = new Headers(init.headers)
    if (this.cookies.size > 0) headers.set('cookie', this.cookie)
    const answer = await fetch(this.url + path, { ...init, headers })
    for (const text of answer.headers.getSetCookie()) this.#keep(text)
    const text = await answer.text()
    return { status: answer.status, body: asJson(text) as T, headers: answer.headers }
  }

  /** Sends JSON, in the name of a device where one is given. */
  json<T = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
    device?: string,
  ): Promise<Answer<T>> {
    const headers = {
      ...(device ? { 'x-kentongan-device': device } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    }
    return this.request(path, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }

  /** Spends an enrolment code. Throws where that does not work. */
  async enrol(code: string, device: object = {}): Promise<Caller> {
    const answer = await this.json('POST', '/api/enrol', { code, device })
    if (answer.status !== 200) throw new Error(`enrolment: ${answer.status} ${JSON.stringify(answer.body)}`)
    const { officer, device: id } = answer.body as { officer: string; device: string }
    const cookie = `kentongan_${id}=${this.cookies.get(`kentongan_${id}`)}`
    const headers = { cookie, 'x-kentongan-device': id }
    return {
      officer,
      device: id,
      browser: this,
      headers,
      call: (method, path, body) => this.json(method, path, body, id),
    }
  }

  #keep(text: string): void {
    const [, name, value, rest] = /^([^=]+)=([^;]*)(.*)$/s.exec(text)!
    if (/max-age=0|expires=thu, 01 jan 1970/i.test(rest!)) this.cookies.delete(name!)
    else this.cookies.set(name!, value!)
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
