import { type FormEvent, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { focusFirst } from '../ui/in-place.ts'
import { Page, Title } from '../ui/page.tsx'
import type { ShutDoorState } from './meeting-door.ts'

type DoorShutProps = {
  why: ShutDoorState['kind']
  because?: string | undefined
  /** Which meeting, where the door knows it. */
  title?: string | undefined
  onRetry: () => void
  onCode: (code: string) => void
}

/** Why one cannot come in yet, and what to do; `because` in place of our own sentence. Without a key, the code of another device of the same person opens too. */
export function DoorShut({ why, because, title, onRetry, onCode }: DoorShutProps) {
  const t = useT('lobby').enter
  const [code, setCode] = useState('')
  const said = {
    'no-key': [t.noKey, t.noKeyText],
    'wrong-code': [t.wrongCode, t.wrongCodeText],
    refused: [t.refused, t.refusedText],
    gone: [t.gone, t.goneText],
    cancelled: [t.cancelled, ''],
    offline: [because ? t.entering : t.offline, t.offlineText],
  }[why]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (code.trim() !== '') onCode(code.trim())
  }
  return (
    <Page>
      <div className="flex flex-col items-start gap-4 py-6">
        <Title before={title}>{said[0]}</Title>
        <p role="alert">{because ?? said[1]}</p>
        {(why === 'no-key' || why === 'wrong-code') && (
          <form
            ref={why === 'wrong-code' ? focusFirst : undefined}
            onSubmit={submit}
            className="flex w-full flex-col gap-3 border-y border-line py-5"
          >
            <Field
              label={t.code}
              hint={t.codeHint}
              value={code}
              onChange={setCode}
              autoComplete="one-time-code"
              autoCapitalize="none"
              maxLength={20}
            />
            <Button type="submit" className="self-start">
              {t.codeEnter}
            </Button>
          </form>
        )}
        {why === 'offline' ? (
          <Button kind="act" onClick={onRetry}>
            {t.retry}
          </Button>
        ) : (
          <LinkButton kind="link" href="/">
            {t.home}
          </LinkButton>
        )}
      </div>
    </Page>
  )
}
