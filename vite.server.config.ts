import { readFileSync } from 'node:fs'
import { defineConfig } from 'vite'

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }

/** The server is bundled per command (`dist/server/*.js`); packages stay in node_modules. */
export default defineConfig({
  publicDir: false,
  define: { __VERSION__: JSON.stringify(version) },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: {
      input: { main: 'server/main.ts', cli: 'server/cli.ts', demo: 'server/demo.ts' },
    },
  },
})
