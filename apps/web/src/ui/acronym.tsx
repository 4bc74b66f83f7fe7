import { useState } from 'react'
import { type Glossary, splitAcronyms } from './acronyms.ts'

/** A button is a box that a line may break around: « ( » would stay alone at its end. */
const WORD_JOINER = '\u2060'

/** Letters that explain themselves: dotted underline, a tap opens the long form in place. Never inside a button or a label. */
export function Acronym({ short, long }: { short: string; long: string }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      {WORD_JOINER}
      <button
        type="button"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        className="reach inline underline decoration-dotted decoration-2 underline-offset-4"
      >
        {short}
      </button>
      {WORD_JOINER}
      <span aria-live="polite">{open && <span className="animate-appear text-ink2">{` (${long})`}</span>}</span>
    </>
  )
}

/** A text whose acronyms explain themselves, once each. */
export function Explained({ text, glossary }: { text: string; glossary: Glossary }) {
  return splitAcronyms(text, glossary).map((run, index) =>
    run.long === undefined ? run.text : <Acronym key={`${index}${run.text}`} short={run.text} long={run.long} />,
  )
}
