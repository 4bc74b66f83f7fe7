import { useT } from '../i18n/words.tsx'
import type { Submit } from '../room/use-submit.ts'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { LongField } from '../ui/field.tsx'

type CloseMissingProps = {
  sentence: string
  /** Where one line is enough it is given here; closing gives it too. */
  line?: { text: string; change: (text: string) => void; form: Submit; give: () => void } | undefined
}

/** Said before closing, with the means to give it where one line is enough. */
export function CloseMissing({ sentence, line }: CloseMissingProps) {
  const t = useT('agenda').items.missing
  const save = useT('agenda').save
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="font-strong">
        {sentence}
      </p>
      {line && (
        <>
          <LongField label={t.give} labelHidden value={line.text} onChange={line.change} maxLength={1000} />
          {line.form.fault && <ErrorLine>{line.form.fault}</ErrorLine>}
          <Button className="self-start" disabled={line.form.busy} onClick={line.give}>
            {save}
          </Button>
        </>
      )}
    </div>
  )
}
