/** Installing the app: the browser's offer is caught when it comes, and used when somebody asks. */
interface InstallOffer extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>
}

class Install {
  /** The browser would install now. */
  offered = $state(false)
  installed = $state(
    matchMedia('(display-mode: standalone)').matches ||
      (navigator as { standalone?: boolean }).standalone === true,
  )
  #offer?: InstallOffer

  /** Listens from the very start: the offer comes once, and early. */
  listen(): void {
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault()
      this.#offer = event as InstallOffer
      this.offered = true
    })
    addEventListener('appinstalled', () => {
      this.installed = true
      this.offered = false
    })
  }

  /** Shows the browser's own question; whether the answer was yes. */
  async ask(): Promise<boolean> {
    const answer = await this.#offer?.prompt()
    this.offered = false // an offer can be used once
    return answer?.outcome === 'accepted'
  }
}

export const install = new Install()
