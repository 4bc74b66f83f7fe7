/** Three arcs in their three hues: the one icon that carries its colours, on a disc without a fill. */
export function RainbowIcon({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" fill="none" strokeWidth={2.2} strokeLinecap="round" aria-hidden className={className}>
      <path d="M2.5 17a9.5 9.5 0 0 1 19 0" className="stroke-arc1" />
      <path d="M6.5 17a5.5 5.5 0 0 1 11 0" className="stroke-arc2" />
      <path d="M10.3 17a1.7 1.7 0 0 1 3.4 0" className="stroke-arc3" />
    </svg>
  )
}
