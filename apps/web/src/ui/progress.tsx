import { useId } from 'react'

/** Long work under way; `part` (0 to 1) when it is known. The caller puts the way to leave it beside. */
export function Progress({ label, part }: { label: string; part?: number | undefined }) {
  const id = useId()
  return (
    <div className="flex flex-col gap-2">
      <span id={id}>{label}</span>
      <progress aria-labelledby={id} max={1} value={part} className="sr-only" />
      <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-line">
        <div
          className={
            part === undefined ? 'h-full w-1/3 animate-pulse rounded-full bg-moss' : 'h-full origin-left bg-moss transition-transform'
          }
          style={part === undefined ? undefined : { transform: `scaleX(${Math.min(1, Math.max(0, part))})` }}
        />
      </div>
    </div>
  )
}
