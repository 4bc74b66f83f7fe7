import { Suspense } from 'react'
import { later } from './later.ts'

const QrSquare = later(async () => (await import('./qr-square.tsx')).QrSquare)

export type QrCodeProps = { text: string; label: string; className?: string }

/** An address as a square to photograph, on its own light ground in both themes. Its place is held while the code that draws it comes. */
export function QrCode({ text, label, className = 'size-29' }: QrCodeProps) {
  return (
    <span className={`block shrink-0 rounded-field border border-line bg-square p-2 ${className}`}>
      <Suspense fallback={null}>
        <QrSquare text={text} label={label} />
      </Suspense>
    </span>
  )
}
