import { renderUnicodeCompact } from 'uqr'
import type { Config } from './config.ts'
import type { StartLanguage } from './config-error.ts'

const words = {
  fr: {
    title: 'Clairière est prête.',
    here: 'Sur cet appareil\u00a0:',
    lan: 'Sur le même Wi-Fi\u00a0:',
    scan: 'Pour un téléphone, scannez\u00a0:',
  },
  en: { title: 'Clairière is ready.', here: 'On this device:', lan: 'On the same Wi-Fi:', scan: 'For a phone, scan:' },
} as const

/** What the terminal shows once the server listens: where it is, and a QR of the address for phones when there is one they can reach. */
export function greeting({
  config,
  port,
  lan,
  language,
}: {
  config: Config
  port: number
  lan: string | null
  language: StartLanguage
}): string {
  const scheme = config.tls === null ? 'http' : 'https'
  const listensEverywhere = config.host === '0.0.0.0' || config.host === '::'
  const here = config.publicUrl ?? `${scheme}://${listensEverywhere ? 'localhost' : config.host}:${port}`
  const outside = config.publicUrl ?? (listensEverywhere && lan !== null ? `${scheme}://${lan}:${port}` : null)
  const { title, here: onThis, lan: onLan, scan } = words[language]
  const lines = ['', title, `  ${onThis} ${here}`]
  if (outside !== null) {
    if (outside !== here) lines.push(`  ${onLan} ${outside}`)
    lines.push('', scan, renderUnicodeCompact(outside, { border: 2 }))
  }
  return `${lines.join('\n')}\n`
}
