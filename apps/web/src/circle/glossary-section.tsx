import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useGlossary } from '../room/explain.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Line, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { Field } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'

/** Every acronym with its long form; facilitation and scribe add one the moment somebody asks for it [I1]. */
export function GlossarySection() {
  const t = useT('circle').glossary
  const glossary = useGlossary()
  const meeting = useBoard((board) => board.meeting.glossary)
  const may = useAllowed({ type: 'set-glossary', glossary: {} }).allowed
  const { submit, busy, fault, say } = useSubmit()
  const [open, setOpen] = useState(false)
  const [short, setShort] = useState('')
  const [long, setLong] = useState('')
  const add = async () => {
    if (short.trim() === '' || long.trim() === '') return say(t.missing)
    if (!(await submit({ type: 'set-glossary', glossary: { ...meeting, [short.trim()]: long.trim() } }))) return
    setShort('')
    setLong('')
    setOpen(false)
  }
  return (
    <Section title={t.title}>
      <Lines>
        {Object.entries(glossary)
          .toSorted(([a], [b]) => a.localeCompare(b))
          .map(([key, meaning]) => (
            <Line key={key} title={key}>
              {meaning}
            </Line>
          ))}
      </Lines>
      {may && (
        <Button kind="link" onClick={() => setOpen(true)} className="self-start">
          {t.add}
        </Button>
      )}
      <Sheet
        open={open}
        onClose={() => setOpen(false)}
        title={t.add}
        foot={
          <Button kind="act" wide disabled={busy} onClick={() => void add()}>
            {t.keep}
          </Button>
        }
      >
        <div className="flex flex-col gap-5">
          <Field label={t.short} value={short} onChange={setShort} maxLength={24} autoCapitalize="characters" />
          <Field label={t.long} value={long} onChange={setLong} maxLength={200} enterKeyHint="done" />
          {fault && <ErrorLine>{fault}</ErrorLine>}
        </div>
      </Sheet>
    </Section>
  )
}
