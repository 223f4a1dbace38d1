/** What of a screen does not fit: too wide, cut off, broken inside a word, spilt, or without room to read. Runs in the page. */

/** One line each, once the layout has settled (two frames). */
export async function misfits(): Promise<string[]> {
  await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
  const page = document.documentElement
  const scope = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
  const styles = new Map<Element, CSSStyleDeclaration>()
  const styleOf = (element: Element) => {
    const known = styles.get(element) ?? getComputedStyle(element)
    styles.set(element, known)
    return known
  }
  const all = [...scope.querySelectorAll('*')]
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()}.${element.className} (${element.textContent?.trim().slice(0, 40)})`
  /** What is said only to screen readers has no width; a field scrolls what is typed in it. */
  const counts = (element: Element) =>
    !element.closest('.aloud, .skip, input, select, svg') && styleOf(element).clipPath === 'none'

  function sideways(): string[] {
    const hides = /auto|scroll|clip|hidden/
    const scrolls = all.filter(
      (one) => one.scrollWidth > one.clientWidth + 1 && hides.test(styleOf(one).overflowX) && counts(one),
    )
    const beyond = all.filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && counts(one))
    return [
      ...(page.scrollWidth > innerWidth ? [`the page is ${page.scrollWidth} px wide`] : []),
      ...(document.querySelector('.shell') && page.scrollHeight > innerHeight
        ? [`the page is ${page.scrollHeight} px high, and slides away under its bars`]
        : []),
      ...scrolls.map((one) => `scrolls sideways: ${name(one)}`),
      ...beyond.slice(0, 3).map((one) => `reaches beyond the screen: ${name(one)}`),
    ]
  }

  /** What scrolls shows at least three lines at once. */
  function tight(): string[] {
    return all
      .filter((one) => /auto|scroll/.test(styleOf(one).overflowY) && one.scrollHeight > one.clientHeight + 1)
      .filter((one) => one.tagName !== 'TEXTAREA' && counts(one))
      .filter((one) => one.clientHeight < 4.5 * parseFloat(styleOf(one).fontSize))
      .map((one) => `${one.clientHeight} px to read in: ${name(one)}`)
  }

  function texts(): Text[] {
    const found: Text[] = []
    const walk = document.createTreeWalker(scope, NodeFilter.SHOW_TEXT)
    while (walk.nextNode()) {
      const text = walk.currentNode as Text
      const holder = text.parentElement!
      const drawn = text.data.trim() && !holder.closest('script, style, option, textarea') && counts(holder)
      if (drawn && holder.checkVisibility({ visibilityProperty: true })) found.push(text)
    }
    return found
  }

  /** Lines of one piece of text; those of an element that is not drawn are none. */
  function linesOf(text: Text, from = 0, to = text.length): DOMRect[] {
    const range = document.createRange()
    range.setStart(text, from)
    range.setEnd(text, to)
    return [...range.getClientRects()].filter(({ width }) => width > 0)
  }

  /** Only a word that takes most of the screen's width may go on in the next line (and numbers with slashes). */
  function broken(text: Text): string[] {
    if (new Set(linesOf(text).map(({ top }) => top)).size < 2) return []
    return [...text.data.matchAll(/[^\s\-–/]{2,}(?=\s|$)/gu)]
      .filter(({ index }) => !/[-–/]/.test(text.data[index - 1] ?? ''))
      .filter(({ 0: word, index }) => {
        const lines = linesOf(text, index, index + word.length)
        const whole = lines.reduce((sum, { width }) => sum + width, 0)
        const parted = lines.some(({ top, height }) => top > lines[0]!.top + height / 2)
        return parted && whole < innerWidth * 0.6
      })
      .map(({ 0: word }) => `breaks a word: ${word} in ${name(text.parentElement!)}`)
  }

  /** Beyond the edge of what hides the rest, and no scrolling brings it there; beyond its own box or button. */
  function lost(text: Text): string[] {
    const lines = linesOf(text)
    const faults: string[] = []
    const axes = { x: true, y: true }
    const control = text.parentElement!.closest('button, a, summary')
    // A blank at the end of a typed line hangs out, and shows nothing.
    const hang = styleOf(text.parentElement!).whiteSpace.startsWith('pre') ? 24 : 2
    let block = true
    for (let box = text.parentElement; box && (axes.x || axes.y); box = box.parentElement) {
      const style = styleOf(box)
      if (/inline$|contents/.test(style.display)) continue
      const edge = box.getBoundingClientRect()
      const wide = lines.some(({ left, right }) => left < edge.left - 2 || right > edge.right + hang)
      const high = lines.some(({ top, bottom }) => top < edge.top - 4 || bottom > edge.bottom + 4)
      const hides = (overflow: string) => /hidden|clip/.test(overflow)
      if ((axes.x && wide && hides(style.overflowX)) || (axes.y && high && hides(style.overflowY)))
        faults.push(`cut off by ${box.tagName.toLowerCase()}.${box.className}: ${name(text.parentElement!)}`)
      if ((block && wide) || (box === control && (wide || high)))
        faults.push(`outside of ${box.tagName.toLowerCase()}.${box.className}: ${name(text.parentElement!)}`)
      block = false
      axes.x &&= !/auto|scroll/.test(style.overflowX)
      axes.y &&= !/auto|scroll/.test(style.overflowY)
      if (box === scope || style.position === 'fixed') break
    }
    return faults
  }

  const ofTexts = texts().flatMap((text) => [...broken(text), ...lost(text)])
  return [...new Set([...sideways(), ...tight(), ...ofTexts])].slice(0, 12)
}

/** What is to be hit and is smaller than a thumb needs (48 px); within a sentence a link is as high as its line (24 px). */
export function smallTargets(): string[] {
  const scope = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document.body
  const targets = scope.querySelectorAll<HTMLElement>(
    'a[href], button, input, select, textarea, summary, [role=button]',
  )
  return [...targets].flatMap((target) => {
    const { width: own, bottom, height: high } = target.getBoundingClientRect()
    const label = target.closest('label')?.getBoundingClientRect()
    const [width, height] = [Math.max(own, label?.width ?? 0), Math.max(high, label?.height ?? 0)]
    if (!width || bottom < 0 || target.closest('.aloud, [inert]')) return []
    const { display, lineHeight } = getComputedStyle(target)
    const inline = display === 'inline'
    const spread = getComputedStyle(target, '::after')
    const laid =
      spread.content !== 'none' && spread.position === 'absolute' ? spread : { width: 0, height: 0 }
    const least = inline && !laid.width ? 24 : 48
    const hit = [width, parseFloat(String(laid.width))].some((size) => size > least - 1)
    const line = inline ? parseFloat(lineHeight) : 0
    const tall = [height, line, parseFloat(String(laid.height))].some((size) => size > least - 1)
    const what = target.textContent?.trim().slice(0, 30) || target.getAttribute('aria-label')
    return hit && tall ? [] : [`${target.tagName} ${Math.round(width)}×${Math.round(height)}: ${what}`]
  })
}
