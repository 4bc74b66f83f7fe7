import { createContext, type ReactNode, use, useCallback, useState } from 'react'

type Announce = (text: string, how?: 'polite' | 'assertive') => void

const AnnounceContext = createContext<Announce | null>(null)

/** The two places screen readers listen to. One for the whole app, outside what sleeps during a pause. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState({ polite: { text: '', turn: 0 }, assertive: { text: '', turn: 0 } })
  const announce = useCallback<Announce>((text, how = 'polite') => {
    setSaid((before) => ({ ...before, [how]: { text, turn: before[how].turn + 1 } }))
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      {(['polite', 'assertive'] as const).map((how) => (
        <div key={how} aria-live={how} aria-atomic="true" className="sr-only">
          {/* A new key is a new node: the same sentence twice is spoken twice. */}
          <span key={said[how].turn}>{said[how].text}</span>
        </div>
      ))}
    </AnnounceContext>
  )
}

/** Speaks to screen readers: `polite` waits for the end of a sentence, `assertive` does not. */
export function useAnnounce(): Announce {
  const announce = use(AnnounceContext)
  if (!announce) throw new Error('useAnnounce needs a LiveRegion above')
  return announce
}
