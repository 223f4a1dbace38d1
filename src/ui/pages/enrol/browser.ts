/** What the browser says of itself, for hints only: nothing depends on it. */
import { enrol } from '../../../text/enrol.ts'

const ua = navigator.userAgent

export const isIos = /iPhone|iPad|iPod/.test(ua) || (/Macintosh/.test(ua) && navigator.maxTouchPoints > 1)
export const isAndroid = /Android/.test(ua)

/** A window inside another app (WhatsApp, Facebook …): it forgets what it stores, and cannot install. */
export const isInApp = /; wv\)|FBAN|FBAV|FB_IAB|Instagram|Line\/|WhatsApp|Telegram/.test(ua)

/** Opened from the home screen, as an app of its own. */
export const isInstalled =
  matchMedia('(display-mode: standalone)').matches ||
  (navigator as { standalone?: boolean }).standalone === true

interface AgentData {
  getHighEntropyValues?: (hints: string[]) => Promise<{ model?: string }>
}

/** A name for this device, with its model where the browser tells: `HP Android (SM-A105F)`. */
export async function suggestLabel(): Promise<string> {
  const kind = kindOf()
  const data = (navigator as { userAgentData?: AgentData }).userAgentData
  const values = await data?.getHighEntropyValues?.(['model']).catch(() => undefined)
  return values?.model ? `${kind} (${values.model})` : kind
}

function kindOf(): string {
  if (/iPad/.test(ua)) return enrol.device.ipad
  if (isIos) return enrol.device.iphone
  if (isAndroid) return enrol.device.android
  return /Windows|Macintosh|X11|CrOS/.test(ua) ? enrol.device.computer : enrol.device.other
}
