/** Draws a receipt as a picture, without a network. */
import { encode } from 'uqr'
import { LEAD, MARGIN, WIDTH, wrap, type Paper, type Row } from './paper.ts'

const QR_SIDE = 460
const FONT = 'system-ui, sans-serif'
const INNER = WIDTH - 2 * MARGIN

/** A PNG. Throws where the phone has no room to draw. */
export async function drawReceipt(paper: Paper): Promise<Blob> {
  const canvas = Object.assign(document.createElement('canvas'), { width: WIDTH, height: 1 })
  const height = paint(canvas.getContext('2d')!, paper)
  canvas.height = height
  const context = canvas.getContext('2d')!
  context.fillStyle = '#fff'
  context.fillRect(0, 0, WIDTH, height)
  context.fillStyle = '#000'
  paint(context, paper)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no room to draw'))), 'image/png'),
  )
}

/** From top to bottom; answers how high it became. */
function paint(context: CanvasRenderingContext2D, { link, head, body }: Paper): number {
  let y = rows(context, head, MARGIN)
  context.fillRect(MARGIN, y + 24, INNER, 4)
  qr(context, link, y + 52)
  y = rows(context, body, y + 52 + QR_SIDE)
  return Math.ceil(y + MARGIN)
}

function rows(context: CanvasRenderingContext2D, all: readonly Row[], from: number): number {
  let y = from
  context.textBaseline = 'top'
  for (const { text, size, bold, centred, gap } of all) {
    y += gap
    context.font = `${bold ? '700' : '400'} ${size}px ${FONT}`
    context.textAlign = centred ? 'center' : 'left'
    for (const line of wrap(text, INNER, (each) => context.measureText(each).width)) {
      context.fillText(line, centred ? WIDTH / 2 : MARGIN, y)
      y += size * LEAD
    }
  }
  return y
}

/** Whole pixels for each module, or no camera reads it. */
function qr(context: CanvasRenderingContext2D, text: string, top: number): void {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const module = Math.floor(QR_SIDE / size)
  const left = Math.round((WIDTH - module * size) / 2)
  data.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) context.fillRect(left + x * module, top + y * module, module, module)
    }),
  )
}
