/** Handing a file on: by the system's share sheet where there is one, else into the downloads. */

export const canShare = (file: File): boolean => !!navigator.canShare?.({ files: [file] })

/** Opens the share sheet; false where nothing was chosen or it would not open. */
export function share(file: File): Promise<boolean> {
  return navigator.share({ files: [file], title: file.name }).then(
    () => true,
    () => false,
  )
}

/** Longer than any browser takes to begin a download. */
const KEEP_MS = 60_000

/** Puts a file into the downloads. */
export function save(file: File): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = file.name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), KEEP_MS)
}
