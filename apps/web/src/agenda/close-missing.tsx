import type { Item } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useWords } from '../room/use-words.ts'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { LongField } from '../ui/field.tsx'
import { useGive, useMissing } from './missing.ts'

/** Said before closing, with the means to give it where one line is enough. */
export function CloseMissing({ item, nextStep }: { item: Item; nextStep: string }) {
  const t = useT('agenda').items.missing
  const save = useT('agenda').save
  const missing = useMissing(item, useWords(), nextStep)
  const [text, setText] = useState('')
  const { form, give } = useGive(item)
  if (!missing) return null
  const { gives } = missing
  const send = async (what: NonNullable<typeof gives>) => {
    const said = text.trim()
    if (said !== '' && (await give(what, said))) setText('')
  }
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="font-strong">
        {missing.sentence}
      </p>
      {gives && (
        <>
          <LongField label={t.give} labelHidden value={text} onChange={setText} maxLength={1000} />
          {form.fault && <ErrorLine>{form.fault}</ErrorLine>}
          <Button className="self-start" disabled={form.busy} onClick={() => void send(gives)}>
            {save}
          </Button>
        </>
      )}
    </div>
  )
}
