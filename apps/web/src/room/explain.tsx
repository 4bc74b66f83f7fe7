import { useMemo } from 'react'
import { useT } from '../i18n/words.tsx'
import { Explained } from '../ui/acronym.tsx'
import type { Glossary } from '../ui/acronyms.ts'
import { useBoard } from './use-board.ts'

/** The product’s own acronyms and the meeting’s, which win: every one explains itself on tap [I1]. */
export const useGlossary = (): Glossary => {
  const own: Glossary = useT('room').glossary
  const meeting = useBoard((board) => board.meeting.glossary)
  return useMemo(() => ({ ...own, ...meeting }), [own, meeting])
}

/** A text whose acronyms explain themselves. Never inside a button, a link or a label: there a tap means something else. */
export function Explain({ text }: { text: string }) {
  return <Explained text={text} glossary={useGlossary()} />
}
