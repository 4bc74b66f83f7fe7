/** A 3 px line: what is elapsed in moss (`part`, 0 to 1, kept within), the rest in `line`. Never red. The number beside it is what is read. */
export function TimeLine({ part, square }: { part: number; square?: boolean }) {
  const elapsed = Math.min(1, Math.max(0, part))
  return (
    <div aria-hidden className={square ? 'h-[3px] bg-line' : 'h-[3px] overflow-hidden rounded-full bg-line'}>
      <div className="h-full origin-left bg-moss transition-transform rtl:origin-right" style={{ transform: `scaleX(${elapsed})` }} />
    </div>
  )
}
