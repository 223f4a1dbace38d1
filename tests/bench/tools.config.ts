import { defineConfig } from 'vite'

/** Scripts that are no tests, bundled so that Node can run them: `npm run bench`, `npm run panduan`. */
export default defineConfig({
  publicDir: false,
  define: { __VERSION__: JSON.stringify('tools') },
  build: {
    ssr: true,
    outDir: 'dist/tools',
    emptyOutDir: true,
    target: 'node20',
    rollupOptions: { input: { bench: 'tests/bench/run.ts', panduan: 'tests/bench/panduan.ts' } },
  },
})
