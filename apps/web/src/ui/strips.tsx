import { ChevronDown } from 'lucide-react'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { Button } from './button.tsx'

/** A strip of one line, and a little: what may stay as it is while the page moves under it. */
const ONE_LINE_PX = 60
/** A thumb that only trembles has not read on. */
const READ_ON_PX = 40

/** Whether a phone's page has been read on from its beginning; a laptop's columns scroll by themselves, so there it never is. */
function useReadOn(): boolean {
  const [readOn, setReadOn] = useState(false)
  useEffect(() => {
    const look = () => setReadOn(window.scrollY > READ_ON_PX)
    look()
    window.addEventListener('scroll', look, { passive: true })
    return () => window.removeEventListener('scroll', look)
  }, [])
  return readOn
}

/**
 * The strips under the header. On a phone they stay in view while the page is read on, folded into one line that a tap or the keyboard unfolds. Nothing below
 * moves meanwhile: the room they had when the page was last at its beginning stays theirs, whether they fold, unfold, come or go, or the page would move, and
 * fold and unfold them without end.
 */
export function Strips({ children }: { children: ReactNode }) {
  const t = useT('ui')
  const readOn = useReadOn()
  const inner = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(0)
  const [kept, setKept] = useState(0)
  const [unfolded, setUnfolded] = useState(false)
  const folds = readOn && height > ONE_LINE_PX
  const folded = folds && !unfolded
  useEffect(() => {
    if (!readOn) setUnfolded(false)
  }, [readOn])
  useLayoutEffect(() => {
    const strips = inner.current
    if (!strips) return
    // Folded it says nothing of its height, except that nothing is left.
    const measure = () => {
      const taken = strips.offsetHeight
      if (!folded || taken === 0) setHeight(taken)
      if (!readOn) setKept(taken)
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(strips)
    return () => watch.disconnect()
  }, [folded, readOn])
  // Clipped, not scrolled: the keyboard that goes through a folded strip would leave it shifted, its words cut in two.
  return (
    <div style={readOn ? { height: kept } : undefined}>
      <div
        ref={inner}
        data-folded={folded || undefined}
        className={`group/strips pointer-events-auto relative ${folds ? 'shadow-[0_1px_0_var(--color-line)]' : ''} ${folded ? 'max-h-13 overflow-hidden supports-[overflow:clip]:overflow-clip' : ''}`}
        onFocus={({ target }) => target.matches(':focus-visible') && setUnfolded(true)}
      >
        {children}
        {folded && (
          <Button
            kind="quiet"
            aria-expanded={false}
            icon={ChevronDown}
            onClick={() => setUnfolded(true)}
            className="absolute top-0 right-0 h-13 bg-soft ps-3 pe-4"
          >
            {t.unfold}
          </Button>
        )}
      </div>
    </div>
  )
}
