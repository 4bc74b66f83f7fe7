import { JoinAnswerSchema, paths } from '@clairiere/ritual'
import { type FormEvent, useId, useMemo, useState } from 'react'
import { flushSync } from 'react-dom'
import * as v from 'valibot'
import { makeDates } from '../i18n/dates.ts'
import { useLocale, useT } from '../i18n/words.tsx'
import { callApi } from '../room/api.ts'
import { type Identity, rememberIdentity } from '../room/identity.ts'
import { VoiceChoice, voiceGiven, voiceKey, type VoiceOption, type Voices } from '../room/voice-choice.tsx'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { Field } from '../ui/field.tsx'
import { Page, Title } from '../ui/page.tsx'
import { Ring } from '../ui/ring.tsx'
import { SeenBy } from '../ui/seen-by.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { rememberCameBy } from './came-by.ts'
import { keepGiven, lastGiven } from './device-voices.ts'
import { homonymOf } from '../room/homonym.ts'
import { dropKey } from './kept-key.ts'
import type { fr } from './fr.ts'
import { type Door, isOver } from './meeting-door.ts'

/** What opens: a link’s key, or a neighbour who is already in on this device. */
type Admittance = { key: string } | { beside: string }

export type EnterFormProps = {
  meetingId: string
  admittance: Admittance
  door: Door
  /** What is asked otherwise than of somebody who comes to take part, after a sentence that says why. */
  otherwise?: { lead: string; asked: Partial<(typeof fr)['enter']> }
  onEntered: (identity: Identity) => void
  onBack?: () => void
}

/** Three questions read in one glance: name, voices, ready. The button stays live and says what is missing. */
export function EnterForm({ meetingId, admittance, door, otherwise, onEntered, onBack }: EnterFormProps) {
  const t = { ...useT('lobby').enter, ...otherwise?.asked }
  const { own } = t
  const locale = useLocale()
  const formId = useId()
  const isBeside = 'beside' in admittance
  // What this device knows is its owner’s, not the neighbour’s.
  const [before] = useState(() => (isBeside ? { name: '', voices: {} } : lastGiven()))
  const [name, setName] = useDraft(`${meetingId}.name${isBeside ? '.beside' : ''}`, before.name)
  const options = useMemo((): readonly VoiceOption[] => {
    const used = door.organisations.filter(({ id }) => before.voices[id] !== undefined)
    const others = door.organisations.filter(({ id }) => before.voices[id] === undefined)
    const asOption = ({ id, label }: { id: string; label: string }) => ({ org: id, label })
    return [...used.map(asOption), { org: null, label: own }, ...others.map(asOption)]
  }, [door, before, own])
  const [voices, setVoices] = useState<Voices>(() =>
    Object.fromEntries(Object.entries(before.voices).filter(([org]) => options.some((option) => voiceKey(option.org) === org))),
  )
  const [newcomer, setNewcomer] = useState(false)
  const [remote, setRemote] = useState(false)
  const [busy, setBusy] = useState(false)
  const [fault, setFault] = useState<{ of: 'name' | 'voices' | 'all'; text: string } | null>(null)
  // Of a meeting that is over, presence is history.
  const here = isOver(door) ? 0 : door.people.filter(({ presence }) => presence === 'present').length
  const dates = useMemo(() => makeDates(locale, door.meeting.timezone), [locale, door.meeting.timezone])
  const start = door.meeting.scheduledStart === undefined ? null : Date.parse(door.meeting.scheduledStart)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const lacks = (of: 'name' | 'voices' | 'all', text: string): void => {
      flushSync(() => setFault({ of, text }))
      // The button stands at the foot of a long page: what is missing may lie far above it, or under it.
      form.querySelector('[role=alert]')?.scrollIntoView({ block: 'center' })
      const field = of === 'name' ? 'input[aria-invalid]' : of === 'voices' ? 'fieldset input' : null
      if (field) form.querySelector<HTMLElement>(field)?.focus({ preventScroll: true })
    }
    if (name.trim() === '') return lacks('name', t.nameMissing)
    // The server would let two people of one name in; nobody could then tell them apart in the minutes.
    const homonym = homonymOf(name, door.people)
    if (homonym) return lacks('name', homonym === 'same' ? t.homonym : t.homonymFirst(homonym))
    if (Object.keys(voices).length === 0) return lacks('voices', t.voicesMissing)
    setBusy(true)
    setFault(null)
    // In the order in which they were chosen: the first is the one that a person speaks for unless they say otherwise.
    const said = Object.entries(voices).flatMap(([key, given]) =>
      options.filter(({ org }) => voiceKey(org) === key).map(({ org }) => voiceGiven(org, given)),
    )
    const device = window.matchMedia('(min-width: 47.5rem)').matches ? 'laptop' : 'phone'
    const answer = await callApi<unknown>('POST', paths.join(meetingId), {
      ...admittance,
      name: name.trim(),
      voices: said,
      device,
      newcomer,
      remote,
    })
    setBusy(false)
    const joined = answer.ok ? v.safeParse(JoinAnswerSchema, answer.value) : null
    if (joined?.success) {
      const { participantId, standing, generation } = joined.output
      const identity = {
        meetingId,
        personId: participantId,
        name: name.trim(),
        standing,
        generation,
        title: door.meeting.title,
        at: Date.now(),
      }
      rememberIdentity(identity)
      if ('key' in admittance) {
        rememberCameBy(meetingId, participantId, admittance.key)
        keepGiven({ name: name.trim(), voices })
      }
      setName('')
      dropKey(meetingId)
      return onEntered(identity)
    }
    if (!answer.ok && answer.error === 'already-there') return lacks('name', t.homonym)
    lacks('all', (!answer.ok && answer.message) || `${t.offline}. ${t.offlineText}`)
  }

  return (
    <Page
      header={
        <header className="border-b border-line">
          <div className="mx-auto flex w-full max-w-160 flex-wrap items-start justify-between gap-4 px-4 py-4">
            <div className="min-w-[min(100%,11rem)] flex-1">
              <Title
                after={
                  <>
                    {start !== null && (
                      <span className="block">
                        {/* A title often says the day already. */}
                        {door.meeting.title.includes(dates.day(start))
                          ? dates.hour(start)
                          : `${dates.weekday(start)}, ${dates.hour(start)}`}
                      </span>
                    )}
                    {door.meeting.place}
                  </>
                }
              >
                {door.meeting.title}
              </Title>
            </div>
            {here > 0 && (
              <div className="flex shrink-0 flex-col items-center gap-1 text-second text-ink2">
                <Ring dots={Array.from({ length: here }, () => 'full')} label={t.alreadyMany(here)}>
                  {here}
                </Ring>
                <span aria-hidden>{t.already}</span>
              </div>
            )}
          </div>
        </header>
      }
      foot={
        <div className="flex w-full flex-col gap-1">
          <Button kind="act" type="submit" form={formId} wide disabled={busy}>
            {busy ? t.entering : t.enter}
          </Button>
          {onBack && (
            <Button kind="quiet" onClick={onBack} className="self-center">
              {t.back}
            </Button>
          )}
        </div>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-6">
        {otherwise && <p className="text-ink2">{otherwise.lead}</p>}
        <Field
          label={t.name}
          value={name}
          onChange={setName}
          autoComplete={isBeside ? 'off' : 'name'}
          maxLength={80}
          enterKeyHint="next"
          error={fault?.of === 'name' ? fault.text : undefined}
        />
        <fieldset className="flex min-w-0 flex-col gap-2">
          <legend className="font-strong">{t.voices}</legend>
          <p className="text-second text-ink2">{t.voicesHint}</p>
          {fault?.of === 'voices' && <ErrorLine>{fault.text}</ErrorLine>}
          <VoiceChoice options={options} voices={voices} onChange={setVoices} />
        </fieldset>
        {!isOver(door) && <Check label={t.newcomer} second={t.newcomerHint} checked={newcomer} onChange={setNewcomer} />}
        {!isOver(door) && !isBeside && <Check label={t.remote} checked={remote} onChange={setRemote} />}
        <SeenBy>{t.seenBy}</SeenBy>
        {fault?.of === 'all' && <ErrorLine>{fault.text}</ErrorLine>}
      </form>
    </Page>
  )
}
