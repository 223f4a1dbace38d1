import { readFileSync } from 'node:fs'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { chunksPlugin } from './vite.chunks.ts'
import { guidePlugin } from './vite.guide.ts'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

/** What may be shared into the app. A PDF is taken so that it can be told why it does not fit. */
const SHARED = ['image/*', 'audio/*', '.opus', '.ogg', '.m4a', 'application/pdf', 'text/plain']

const ICON = { src: '/pwa-192x192.png', sizes: '192x192', type: 'image/png' }
/** Made by `npm run panduan`; shown by the browser that installs the app, and by nobody else. */
const NARROW = { sizes: '360x740', type: 'image/png', form_factor: 'narrow' } as const
const WIDE = { sizes: '1200x680', type: 'image/png', form_factor: 'wide' } as const

/** Test files that put something else in a module's place. */
const ALONE = ['tests/archive/numbering.test.ts', 'tests/couch/durable.test.ts']

/** Only the tests load what it takes. */
const sequence = process.env.VITEST
  ? { sequencer: (await import('./tests/support/long-first.ts')).LongFirst }
  : {}

export default defineConfig({
  publicDir: 'static',
  define: { __VERSION__: JSON.stringify(version), global: 'globalThis' },
  build: { outDir: 'dist/app', emptyOutDir: true, target: 'es2022' },
  plugins: [
    svelte(),
    guidePlugin(),
    chunksPlugin(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/sw',
      filename: 'sw.ts',
      registerType: 'prompt',
      injectRegister: false,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,css,html,svg,woff2}', 'assets/*.png'],
      },
      manifest: {
        id: '/',
        name: 'Kentongan: pengaduan desa',
        short_name: 'Kentongan',
        description: 'Buku pengaduan desa yang tetap bekerja tanpa internet',
        lang: 'id',
        dir: 'ltr',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#fbf8f3',
        theme_color: '#0b5d4b',
        categories: ['government', 'productivity'],
        screenshots: [
          { src: '/layar/tugas.png', ...NARROW, label: 'Tugas yang diberikan kepada Anda' },
          { src: '/layar/catat.png', ...NARROW, label: 'Mencatat aduan warga' },
          { src: '/layar/tersimpan.png', ...NARROW, label: 'Tanda terima untuk pengadu' },
          { src: '/layar/aduan-masuk.png', ...WIDE, label: 'Aduan masuk di kantor' },
        ],
        icons: [
          ICON,
          { src: '/pwa-512x512.png', sizes: '512x512', type: 'image/png' },
          { src: '/maskable-512x512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
        shortcuts: [
          { name: 'Catat aduan', short_name: 'Catat', url: '/catat', icons: [ICON] },
          { name: 'Tugas saya', short_name: 'Tugas', url: '/tugas', icons: [ICON] },
        ],
        share_target: {
          action: '/bagikan',
          method: 'POST',
          enctype: 'multipart/form-data',
          params: { title: 'title', text: 'text', url: 'url', files: [{ name: 'files', accept: SHARED }] },
        },
      },
    }),
  ],
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: {
    // Files of a worker share their modules, and so one browser and warm code, but for those that replace a module.
    projects: [
      { extends: true, test: { name: 'alone', include: ALONE } },
      {
        extends: true,
        test: { name: 'shared', include: ['tests/**/*.test.ts'], exclude: ALONE, isolate: false },
      },
    ],
    setupFiles: 'tests/support/each-file.ts',
    sequence,
    environment: 'node',
    globalSetup: 'tests/support/run-folder.ts',
    fileParallelism: true,
    maxWorkers: 2,
    // The public pages carry their style as text: without this the tests would see them bare.
    css: { include: [/server\/routes\/public\/style\.css/] },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
