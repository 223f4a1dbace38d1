/** Put in by the build: the version of package.json. */
declare const __VERSION__: string

/** A guide of docs/panduan (vite.guide.ts). */
declare module '*.md' {
  const guide: import('./ui/pages/guide/types.ts').Guide
  export default guide
}
