/** Whether a URL belongs to the API or the doors: answers from there are personal and never a page. */
export const isData = (url: string): boolean => /^\/(api|sync|healthz)(\/|\?|$)/.test(url)

/** Whether a request to that URL is made in an officer's name. */
export const needsActor = (url: string): boolean => /^\/(api|sync)(\/|\?|$)/.test(url)
