import { useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import { diffWords } from './diff-words.ts'

/** A text that carries its own changes: added on a ground and underlined, removed struck through; each said in words to screen readers. Type is the caller's. */
export function Diff({ before, after }: { before: string; after: string }) {
  const t = useT('ui')
  const pieces = useMemo(() => diffWords(before, after), [before, after])
  return (
    <span className="whitespace-pre-wrap">
      {pieces.map((piece, index) => {
        // Pieces have no other identity than their place.
        const key = `${index}${piece.kind}`
        if (piece.kind === 'same') return <span key={key}>{piece.text}</span>
        const text = piece.text.trimStart()
        const space = piece.text.slice(0, piece.text.length - text.length)
        const said = (
          <>
            <span className="sr-only"> {piece.kind === 'added' ? t.added : t.removed} </span>
            {text}
            <span className="sr-only"> {t.endOfChange} </span>
          </>
        )
        return (
          <span key={key}>
            {space}
            {piece.kind === 'added' ? (
              <ins className="rounded-[4px] box-decoration-clone bg-add px-0.5 text-ink decoration-moss decoration-2 underline-offset-[6px]">
                {said}
              </ins>
            ) : (
              <del className="text-ink2 decoration-2">{said}</del>
            )}
          </span>
        )
      })}
    </span>
  )
}
