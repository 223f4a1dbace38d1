/** The microphone: a recording of at most 90 seconds, with its length and loudness while it goes on. */
import { VOICE_BITS_PER_SECOND, VOICE_SECONDS } from './limits.ts'

export type Trouble = 'refused' | 'none' | 'unable'
export interface Recording {
  sound: Blob
  seconds: number
}

/** Opus where it can be had; Safari records AAC. */
const TYPES = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus']
const BEAT_MS = 200

export class Recorder {
  phase = $state<'idle' | 'asking' | 'going'>('idle')
  seconds = $state(0)
  /** 0 (silence) to 1. */
  level = $state(0)
  trouble = $state<Trouble>()
  #stop: (() => void) | undefined
  #left = false

  /** Records until `stop` is called or the time is over; undefined where there is no microphone to be had. */
  async record(): Promise<Recording | undefined> {
    if (this.phase !== 'idle') return undefined
    this.trouble = undefined
    this.phase = 'asking'
    try {
      const stream = await this.#listen()
      return stream && (await this.#run(stream))
    } finally {
      this.phase = 'idle'
    }
  }

  stop(): void {
    this.#stop?.()
  }

  /** The screen is left: what was recorded is kept, the microphone is let go. */
  leave(): void {
    this.#left = true
    this.stop()
  }

  async #listen(): Promise<MediaStream | undefined> {
    if (typeof MediaRecorder !== 'function' || !navigator.mediaDevices || !supported()) {
      this.trouble = 'unable'
      return undefined
    }
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } })
      if (!this.#left) return stream
      release(stream)
    } catch (error) {
      this.trouble = (error as DOMException).name === 'NotAllowedError' ? 'refused' : 'none'
    }
    return undefined
  }

  async #run(stream: MediaStream): Promise<Recording> {
    const recorder = new MediaRecorder(stream, {
      mimeType: supported(),
      audioBitsPerSecond: VOICE_BITS_PER_SECOND,
    })
    const parts: Blob[] = []
    recorder.ondataavailable = ({ data }) => void parts.push(data)
    const ended = new Promise((resolve) => recorder.addEventListener('stop', resolve))
    const meter = loudness(stream)
    const start = performance.now()
    const beat = setInterval(() => this.#beat(start, meter.read()), BEAT_MS)
    this.#stop = () => recorder.state !== 'inactive' && recorder.stop()
    recorder.start(1_000)
    this.phase = 'going'
    await ended
    clearInterval(beat)
    meter.close()
    release(stream)
    const seconds = Math.min(VOICE_SECONDS, (performance.now() - start) / 1_000)
    return { sound: new Blob(parts, { type: recorder.mimeType || supported() }), seconds }
  }

  #beat(start: number, level: number): void {
    this.seconds = (performance.now() - start) / 1_000
    this.level = level
    if (this.seconds >= VOICE_SECONDS) this.stop()
  }
}

const supported = () => TYPES.find((type) => MediaRecorder.isTypeSupported(type))
const release = (stream: MediaStream) => stream.getTracks().forEach((track) => track.stop())

/** How loud it is at the moment. */
function loudness(stream: MediaStream): { read: () => number; close: () => void } {
  const audio = new AudioContext()
  const analyser = audio.createAnalyser()
  audio.createMediaStreamSource(stream).connect(analyser)
  const wave = new Uint8Array(analyser.fftSize)
  const read = () => {
    analyser.getByteTimeDomainData(wave)
    const square = wave.reduce((sum, point) => sum + ((point - 128) / 128) ** 2, 0) / wave.length
    return Math.min(1, Math.sqrt(square) * 4)
  }
  return { read, close: () => void audio.close() }
}
