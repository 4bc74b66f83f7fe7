const TAKE_OVER_MS = 3_000

/** Keeps the app on this device, where the browser allows it: a secure context. In a village hall over plain http nothing depends on it. */
export function keepOnDevice(): void {
  if (!import.meta.env.PROD || !window.isSecureContext || !('serviceWorker' in navigator)) return
  navigator.serviceWorker.register('/sw.js').catch((fault: unknown) => console.warn('the app is not kept on this device', fault))
}

/** Reloads into the newest app: the server said this page is too old (4426), so the waiting worker must take over first, within 3 s. */
export async function reloadFresh(): Promise<void> {
  if (window.isSecureContext && 'serviceWorker' in navigator) {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update().catch(() => undefined) // offline: the reload below still tries
    const waiting = registration?.waiting
    if (waiting) {
      await new Promise((resolve) => {
        navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
        setTimeout(resolve, TAKE_OVER_MS)
        waiting.postMessage('take-over')
      })
    }
  }
  location.reload()
}
