/** The guides of docs/panduan. */
import type { Guide } from './types.ts'

type Load = () => Promise<{ default: Guide }>

/** Each in a chunk of its own; all of them are kept for when there is no network. */
export const guides = {
  'kepala-dusun': () => import('../../../../docs/panduan/kepala-dusun.md'),
  'kepala-desa': () => import('../../../../docs/panduan/kepala-desa.md'),
  petugas: () => import('../../../../docs/panduan/petugas.md'),
  cetakan: () => import('../../../../docs/panduan/cetakan.md'),
  privasi: () => import('../../../../docs/panduan/privasi.md'),
  administrator: () => import('../../../../docs/panduan/administrator.md'),
} satisfies Record<string, Load>

export type GuideName = keyof typeof guides

/** What everybody should know. */
export const overview: Load = () => import('../../../../docs/panduan/README.md')

export const isGuide = (name: string): name is GuideName => Object.hasOwn(guides, name)
