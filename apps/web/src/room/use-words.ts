import { wordsState, type WordsState } from '@clairiere/ritual'
import { useEffect, useState } from 'react'
import { useLink } from './room.tsx'

/** Reading all common words takes milliseconds on a slow phone, and twenty people type at once. */
const READ_EVERY_MS = 1000

/** What is written where, as the rules ask for it; read again at most once a second while people write, and only new when it says something else. */
export const useWords = (): WordsState => {
  const { doc } = useLink((link) => link.replica)
  const [words, setWords] = useState(() => wordsState(doc))
  useEffect(() => {
    let waits: ReturnType<typeof setTimeout> | undefined
    const read = (): void => {
      waits = undefined
      const next = wordsState(doc)
      setWords((before) => (JSON.stringify(before) === JSON.stringify(next) ? before : next))
    }
    const later = (): void => void (waits ??= setTimeout(read, READ_EVERY_MS))
    read()
    doc.on('update', later)
    return () => {
      doc.off('update', later)
      clearTimeout(waits)
    }
  }, [doc])
  return words
}
