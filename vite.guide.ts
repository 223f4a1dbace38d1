/** docs/panduan for the app: each guide becomes a module with its HTML when the app is built, so that no phone reads Markdown. */
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Marked, type Tokens } from 'marked'
import type { Plugin } from 'vite'
import type { Guide } from './src/ui/pages/guide/types.ts'

const GUIDE = /docs[\\/]panduan[\\/][\w-]+\.md$/
/** The line of links below the title: the app shows the headings instead. */
const CONTENTS = /^\[Daftar isi\]\(README\.md\) ·[^]*?\n\n/m
const PICTURE = /<img src="([^"]+)" width="(\d+)"/g

/** The id of a heading, as GitHub makes it: links to it work in both places. */
const idOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')

/** Where a link of the guides leads in the app; undefined where it leads out of the guides. */
export function linkOf(href: string, name: string): string | undefined {
  const [, file, hash = ''] = /^([\w-]+\.md)?(#.+)?$/.exec(href) ?? []
  if (!file && !hash) return undefined
  const guide = file?.replace(/\.md$/, '') ?? name
  return `/panduan${guide === 'README' ? '' : `/${guide}`}${hash}`
}

/** A guide as HTML. Pictures still have the paths of the Markdown. */
export function renderGuide(markdown: string, name: string): Guide {
  const contents: Guide['contents'] = []
  let title = ''
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth }: Tokens.Heading) {
        const words = this.parser.parseInline(tokens)
        const id = idOf(words)
        if (depth === 1) title = words
        if (depth === 2) contents.push({ id, words })
        return depth === 1 ? '' : `<h${depth} id="${id}" tabindex="-1">${words}</h${depth}>\n`
      },
      link({ href, tokens }: Tokens.Link) {
        const words = this.parser.parseInline(tokens)
        const to = linkOf(href, name)
        return to ? `<a href="${to}">${words}</a>` : words
      },
    },
  })
  const html = marked.parse(markdown.replace(CONTENTS, ''), { async: false })
  return { title, contents, html }
}

/** How high a picture is drawn: known before it has come, the text below does not jump. */
function heightOf(file: string, width: number): number {
  const png = readFileSync(file)
  return Math.round((width * png.readUInt32BE(20)) / png.readUInt32BE(16))
}

/** Makes modules of the guides. Their pictures become files of the build, named by their content. */
export function guidePlugin(): Plugin {
  return {
    name: 'panduan',
    load(id) {
      if (!GUIDE.test(id)) return undefined
      const folder = dirname(id)
      const { html, ...guide } = renderGuide(readFileSync(id, 'utf8'), id.slice(folder.length + 1, -3))
      const pictures: string[] = []
      const text = JSON.stringify(
        html.replace(PICTURE, (_, path: string, width: string) => {
          const size = `width="${width}" height="${heightOf(join(folder, path), Number(width))}"`
          return `<img src="@@${pictures.push(path) - 1}@@" ${size} loading="lazy"`
        }),
      ).replace(/@@(\d+)@@/g, '" + picture$1 + "')
      const imports = pictures.map((path, n) => `import picture${n} from './${path}?url'`)
      return `${imports.join('\n')}\nexport default { ...${JSON.stringify(guide)}, html: ${text} }`
    },
  }
}
