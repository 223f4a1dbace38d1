/** Makes pictures ready off the main thread, one at a time; says first whether it can draw at all. */
import { canDraw } from './encode.ts'
import { shrink } from './shrink.ts'

postMessage(canDraw())

addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  void shrink(data).then(postMessage, () => postMessage({ ok: false, why: 'broken' }))
})
