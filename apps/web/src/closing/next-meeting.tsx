import type { RoleId } from '@clairiere/ritual'
import { Fragment, useState } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { isNotMine } from '../room/act-button.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useSubmit } from '../room/use-submit.ts'
import { Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { Field, LongField, SelectField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { hourIn, instantIn } from './zoned-hour.ts'

/** Roles foreseen at the end of a meeting, so that nobody discovers theirs at the door. */
const foreseen: readonly RoleId[] = ['facilitator', 'moodWatcher', 'timekeeper', 'scribe']
/** Roles that two people may hold together. */
const heldByTwo: readonly RoleId[] = ['moodWatcher', 'scribe']
const NOBODY = ''

/** When and where the circle meets again, as a part of the parting. */
export function NextMeeting() {
  const t = useT('closing')
  return (
    <Section title={t.next}>
      <MeetAgain />
    </Section>
  )
}

/** When and where, and who does what then; written by facilitation or the scribe until the sealing. */
export function MeetAgain() {
  const t = useT('closing')
  const dates = useDates()
  const labels = useLabels().people.roles
  const names = useNames()
  const next = useBoard((board) => board.meeting.next)
  const sealed = useBoard((board) => board.meeting.status === 'sealed')
  const may = useAllowed({ type: 'set-next-meeting', date: new Date(0).toISOString() })
  const [open, setOpen] = useState(false)
  const roles = foreseen.flatMap((role) => {
    const people = next?.roles[role] ?? []
    return people.length > 0 ? [[role, names.list(people)] as const] : []
  })
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 py-3">
        <p>
          {next
            ? `${dates.weekday(Date.parse(next.date))}, ${dates.hour(Date.parse(next.date))}${next.place ? `, ${next.place}` : ''}`
            : t.nextNone}
        </p>
        {(may.allowed || !(sealed || isNotMine(may.code))) && (
          <Button kind="link" onClick={() => setOpen(true)}>
            {t.nextChange}
          </Button>
        )}
      </div>
      {roles.length > 0 && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-4 pb-3">
          {roles.map(([role, people]) => (
            <div key={role} className="contents">
              <dt className="text-ink2 first-letter:uppercase">{labels[role].label}</dt>
              <dd>{people}</dd>
            </div>
          ))}
        </dl>
      )}
      {next && next.toInclude.length > 0 && (
        <ul aria-label={t.nextInclude} className="list-disc ps-5 pb-3">
          {next.toInclude.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {open && <NextMeetingSheet onClose={() => setOpen(false)} />}
    </>
  )
}

function NextMeetingSheet({ onClose }: { onClose: () => void }) {
  const t = useT('closing')
  const labels = useLabels().people.roles
  const names = useNames()
  const next = useBoard((board) => board.meeting.next)
  const timezone = useBoard((board) => board.meeting.timezone)
  const start = next ? hourIn(Date.parse(next.date), timezone) : { day: '', hour: '' }
  const [day, setDay] = useState(start.day)
  const [hour, setHour] = useState(start.hour)
  const [place, setPlace] = useState(next?.place ?? '')
  const [include, setInclude] = useState(next?.toInclude.join('\n') ?? '')
  const [roles, setRoles] = useState(next?.roles ?? {})
  const form = useSubmit()
  const everyone = names.sorted.map(({ id }) => ({ value: id, label: names.full(id) }))
  const save = async () => {
    const at = instantIn(day, hour, timezone)
    if (at === null) return form.say(t.nextMissing)
    const toInclude = include
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean)
    const where = place.trim() === '' ? {} : { place: place.trim() }
    if (await form.submit({ type: 'set-next-meeting', date: new Date(at).toISOString(), ...where, roles, toInclude })) onClose()
  }
  return (
    <Sheet
      open
      onClose={onClose}
      title={t.next}
      foot={
        <div className="flex flex-col gap-2">
          {form.fault && <ErrorLine>{form.fault}</ErrorLine>}
          <Button kind="act" wide disabled={form.busy} onClick={() => void save()}>
            {t.nextSet}
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-6">
        <div className="grid grid-cols-2 gap-4">
          <Field label={t.nextDate} type="date" value={day} onChange={setDay} />
          <Field label={t.nextHour} type="time" value={hour} onChange={setHour} />
        </div>
        <Field label={t.nextPlace} value={place} onChange={setPlace} maxLength={200} />
        {foreseen.map((role) => {
          const [first = NOBODY, second = NOBODY] = roles[role] ?? []
          const set = (people: readonly string[]) => setRoles({ ...roles, [role]: people.filter((id) => id !== NOBODY) })
          return (
            <Fragment key={role}>
              <SelectField
                label={t.nextRole(labels[role].label)}
                value={first}
                onChange={(id) => set(id === NOBODY ? [] : [id, id === second ? NOBODY : second])}
                options={[{ value: NOBODY, label: t.nextNobody }, ...everyone]}
              />
              {heldByTwo.includes(role) && first !== NOBODY && (
                <SelectField
                  label={t.nextPair(labels[role].label)}
                  value={second}
                  onChange={(id) => set([first, id])}
                  options={[{ value: NOBODY, label: t.nextAlone }, ...everyone.filter(({ value }) => value !== first)]}
                />
              )}
            </Fragment>
          )
        })}
        <LongField label={t.nextInclude} hint={t.nextIncludeHint} value={include} onChange={setInclude} maxLength={2000} />
      </div>
    </Sheet>
  )
}
