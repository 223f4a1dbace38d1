/**
 * The village's keys towards the push services of the browsers (VAPID). Made at the first start; they lie in the desk
 * database and so in every backup: phones need not be asked again after a restore.
 */
import { randomBytes } from 'node:crypto'
import webpush from 'web-push'
import { putNew, readRange, type Db } from '../couch/index.ts'

interface KeyDoc {
  public: string
  private: string
  madeAt: string
}

export interface PushKey {
  name: string
  public: string
  private: string
}

export interface PushKeys {
  /** The one that phones are told. */
  current(): Promise<PushKey>
  /** The key that belongs to a public half; undefined where it is none of ours. */
  byPublic(text: string): Promise<PushKey | undefined>
}

const PREFIX = 'secret:push:'

/** The keys of a desk database. A restored backup may bring a further one: all are good, the oldest is told. */
export function openPushKeys(desk: Db): PushKeys {
  let known: PushKey[] = []

  async function load(): Promise<PushKey[]> {
    let docs = await readRange<KeyDoc>(desk, { prefix: PREFIX })
    if (docs.length === 0) {
      await putNew<KeyDoc>(desk, newKey())
      docs = await readRange<KeyDoc>(desk, { prefix: PREFIX })
    }
    docs.sort((a, b) => (a.madeAt + a._id < b.madeAt + b._id ? -1 : 1))
    return (known = docs.map((doc) => ({
      name: doc._id.slice(PREFIX.length),
      public: doc.public,
      private: doc.private,
    })))
  }

  return {
    current: async () => (known[0] ? known : await load())[0]!,
    byPublic: async (text) => {
      const find = (keys: readonly PushKey[]) => keys.find((key) => key.public === text)
      return find(known) ?? find(await load())
    },
  }
}

function newKey(): KeyDoc & { _id: string } {
  const { publicKey, privateKey } = webpush.generateVAPIDKeys()
  const _id = PREFIX + randomBytes(6).toString('hex')
  return { _id, public: publicKey, private: privateKey, madeAt: new Date().toISOString() }
}
