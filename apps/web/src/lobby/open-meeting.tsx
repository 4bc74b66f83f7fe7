import { paths } from '@clairiere/ritual'
import { Check } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import * as v from 'valibot'
import { deviceZone } from '../i18n/dates.ts'
import { useDates, useLocale, useT } from '../i18n/words.tsx'
import { callApi } from '../room/api.ts'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { Field, SelectField } from '../ui/field.tsx'
import { IconWord } from '../ui/icon.tsx'
import { Rail } from '../ui/rail.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { type Created, CreatedSchema } from './links.ts'
import { MoreSettingsFields, useMoreSettings } from './more-settings.tsx'
import { instantOf, meetingBody, type MeetingForm, startFields, startingForm, type TemplateId, templates } from './new-meeting.ts'

const steps = ['welcome', 'weather', 'follow-up', 'agenda', 'closing'] as const
/** The other order that a group may choose [A17]. */
const followUpLast: readonly (typeof steps)[number][] = ['welcome', 'weather', 'agenda', 'follow-up', 'closing']

type OpenMeetingProps = { opened: boolean; onCreated: (created: Created) => void; onAgain: () => void }

/** The one form that opens a meeting. What was typed stays whatever the server answers, and remains readable beside the links. */
export function OpenMeeting({ opened, onCreated, onAgain }: OpenMeetingProps) {
  const t = useT('opening')
  const dates = useDates()
  const locale = useLocale()
  const [start] = useState(() => startingForm(new Date()))
  const [typedTemplate, setTemplate] = useDraft('home.template', start.template)
  const template: TemplateId = templates.find((id) => id === typedTemplate) ?? start.template
  const [typedTitle, setTypedTitle] = useDraft('home.title')
  const [day, setDay] = useDraft('home.day', start.day)
  const [hour, setHour] = useDraft('home.hour', start.hour)
  const proposedStart = useRef<Pick<MeetingForm, 'day' | 'hour'>>(start)
  const startAt = (instant: Date) => {
    if (instant < new Date() || day !== proposedStart.current.day || hour !== proposedStart.current.hour) return
    proposedStart.current = startFields(instant)
    setDay(proposedStart.current.day)
    setHour(proposedStart.current.hour)
  }
  const more = useMoreSettings(template, startAt)
  const [createKey, setCreateKey] = useState('')
  const [asksKey, setAsksKey] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<{ of: 'title' | 'date' | 'key' | 'all'; text: string } | null>(null)
  const left: readonly string[] = more.without
  const at = instantOf({ day, hour })
  const proposed = t.titleOn(t.templates[template], at === null ? '…' : dates.weekday(at))
  const title = typedTitle || proposed
  const said = opened && at !== null ? { day: dates.day(at), hour: dates.hour(at) } : null

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { previous } = more
    if (previous === 'unread') return setFault({ of: 'all', text: t.earlier.unread })
    const form = { ...more, previous, template, title, day, hour }
    const made = meetingBody(form, title, more.purpose, locale, deviceZone())
    if ('missing' in made)
      return setFault(made.missing === 'title' ? { of: 'title', text: t.titleMissing } : { of: 'date', text: t.dateMissing })
    setBusy(true)
    setFault(null)
    const answer = await callApi<unknown>('POST', paths.meetings(), made.body, createKey ? { bearer: createKey } : {})
    setBusy(false)
    const created = answer.ok ? v.safeParse(CreatedSchema, answer.value) : null
    if (created?.success) {
      for (const [keep, value] of [
        [setTemplate, template],
        [setDay, day],
        [setHour, hour],
      ] as const)
        keep(value)
      onCreated(created.output)
    } else if (!answer.ok && (answer.status === 401 || answer.status === 403)) {
      setFault(asksKey ? { of: 'key', text: t.createKeyRefused } : null)
      setAsksKey(true)
    } else setFault({ of: 'all', text: (!answer.ok && answer.message) || t.noNetwork })
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-6">
      <Field
        label={t.meetingTitle}
        value={title}
        onChange={(value) => setTypedTitle(value === proposed ? '' : value)}
        maxLength={200}
        readOnly={opened}
        error={fault?.of === 'title' ? fault.text : undefined}
      />
      <div className="flex flex-wrap gap-4 *:min-w-28 *:flex-2 *:first:flex-3">
        <Field
          label={t.date}
          // Read, it is a day in words.
          type={said ? 'text' : 'date'}
          value={said?.day ?? day}
          readOnly={opened}
          onChange={setDay}
          error={fault?.of === 'date' ? fault.text : undefined}
        />
        <Field label={t.hour} type={said ? 'text' : 'time'} value={said?.hour ?? hour} readOnly={opened} onChange={setHour} />
      </div>
      {opened ? (
        <Field label={t.template} value={t.templates[template]} onChange={setTemplate} readOnly />
      ) : (
        <SelectField
          label={t.template}
          value={template}
          onChange={setTemplate}
          options={templates.map((id) => ({ value: id, label: t.templates[id] }))}
        />
      )}
      <div className="flex flex-col gap-3">
        <p className="flex items-baseline justify-between text-second text-ink2">
          <span className="font-strong">{t.foreseen}</span>
          <span>{dates.minutes(more.minutes)}</span>
        </p>
        <Rail
          label={t.foreseen}
          steps={(more.ritual.followUp === 'after' ? followUpLast : steps)
            .filter((id) => !left.includes(id))
            .map((id) => ({ id, label: t.steps[id], state: 'next' }))}
        />
      </div>
      <MoreSettingsFields more={more} readOnly={opened} />
      {asksKey && (
        <Field
          label={t.createKey}
          hint={t.createKeyHint}
          type="password"
          value={createKey}
          onChange={setCreateKey}
          error={fault?.of === 'key' ? fault.text : undefined}
        />
      )}
      {fault?.of === 'all' && <ErrorLine>{fault.text}</ErrorLine>}
      {opened ? (
        <p role="status" className="flex flex-wrap items-center justify-between gap-4 border-t border-line pt-4">
          <IconWord icon={Check} strong>
            {t.opened}
          </IconWord>
          <Button
            kind="link"
            onClick={() => {
              for (const reset of [setTemplate, setTypedTitle, setDay, setHour]) reset('')
              more.reset()
              setDay(start.day)
              setHour(start.hour)
              proposedStart.current = start
              onAgain()
            }}
          >
            {t.another}
          </Button>
        </p>
      ) : (
        <Button kind="act" type="submit" wide disabled={busy}>
          {busy ? t.opening : t.open}
        </Button>
      )}
    </form>
  )
}
