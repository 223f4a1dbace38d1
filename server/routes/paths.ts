/** Whether a URL belongs to the API or the doors: answers from there are personal and never a page. */
export const isData = (url: string): boolean => /^\/(api|sync|healthz)(\/|$)/.test(pathOf(url))

/** Whether a request to that URL is made in an officer's name. */
export const needsActor = (url: string): boolean => /^\/(api|sync)(\/|$)/.test(pathOf(url))

/** The path as the router reads it: `/%61pi` is `/api` to it, and must not slip past what guards `/api`. */
function pathOf(url: string): string {
  const path = url.split('?', 1)[0]!
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
