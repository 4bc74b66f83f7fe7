import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from 'react'

type Announce = (text: string, how?: 'polite' | 'assertive') => void

const AnnounceContext = createContext<Announce | null>(null)

/** Long enough for a slow screen reader to take a sentence in, short enough that nobody who reads on meets it again. */
const SAID_MS = 5_000

const hows = ['polite', 'assertive'] as const

/** The two places screen readers listen to. One for the whole app, outside what sleeps during a pause. What was said goes from them: it is no text of the page. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [said, setSaid] = useState<Record<(typeof hows)[number], readonly Sentence[]>>({ polite: [], assertive: [] })
  const next = useRef(1)
  const announce = useCallback<Announce>((text, how = 'polite') => {
    const sentence = { id: next.current++, text }
    setSaid((before) => ({ ...before, [how]: [...before[how], sentence] }))
  }, [])
  const forget = useCallback((id: number) => {
    setSaid((before) => ({ polite: without(before.polite, id), assertive: without(before.assertive, id) }))
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      {hows.map((how) => (
        // Each sentence is a node of its own, so that one said right after another is added to it and neither is lost; the same words twice are two nodes.
        <div key={how} aria-live={how} aria-relevant="additions" className="sr-only">
          {said[how].map((sentence) => (
            <Said key={sentence.id} sentence={sentence} onSaid={forget} />
          ))}
        </div>
      ))}
    </AnnounceContext>
  )
}

type Sentence = { readonly id: number; readonly text: string }

const without = (sentences: readonly Sentence[], id: number): readonly Sentence[] =>
  sentences.some((sentence) => sentence.id === id) ? sentences.filter((sentence) => sentence.id !== id) : sentences

function Said({ sentence: { id, text }, onSaid }: { sentence: Sentence; onSaid: (id: number) => void }) {
  useEffect(() => {
    const timer = setTimeout(() => onSaid(id), SAID_MS)
    return () => clearTimeout(timer)
  }, [id, onSaid])
  return <p>{text}</p>
}

/** Speaks to screen readers: `polite` waits for the end of a sentence, `assertive` does not. */
export function useAnnounce(): Announce {
  const announce = use(AnnounceContext)
  if (!announce) throw new Error('useAnnounce needs a LiveRegion above')
  return announce
}
