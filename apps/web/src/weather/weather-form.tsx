import { circleSize, type PersonId, WEATHER_COUNTED_FROM, weatherIds, type WeatherId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct } from '../room/use-act.ts'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useRoom } from '../room/room.tsx'
import { useWaitingAct } from '../room/use-waiting-act.ts'
import { ActOfMoment } from '../ui/act-place.tsx'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceTile } from '../ui/choice-tile.tsx'
import { Disc } from '../ui/disc.tsx'
import { Field } from '../ui/field.tsx'
import { Title } from '../ui/page.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { skies } from '../room/skies.ts'

type Choice = WeatherId | 'pass'
const choices: readonly Choice[] = [...weatherIds, 'pass']
const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

type WeatherFormProps = {
  personId?: PersonId
  onDone?: () => void
  onCancel?: () => void
  /** The screen around it has its own title, and asks. */
  untitled?: boolean
}

/** Nine targets, a word, one button: the whole of one's own weather. `personId` is a person without a device, for whom this one writes. */
export function WeatherForm({ personId, onDone, onCancel, untitled = false }: WeatherFormProps) {
  const t = useT('weather')
  const { queued } = useT('room')
  const moods = useLabels().mood.weather
  const names = useNames()
  const act = useAct()
  const { identity, notices } = useRoom()
  const who = personId ?? identity.personId
  const given = useBoard((board) => board.weather[who])
  const question = useBoard((board) => board.meeting.prompts?.weather) ?? t.question
  const seenBy = useBoard((board) => {
    const kept = board.meeting.privacy.weather
    return kept === 'aggregate' && circleSize(board) < WEATHER_COUNTED_FROM ? 'few' : kept
  })
  const said = useConfidences('weather').find((view) => view.personId === who)?.payload
  const waiting = useWaitingAct(['give-weather', 'pass-weather'], who)
  const [choice, setChoice] = useState<Choice | null>(
    waiting ? (waiting.type === 'pass-weather' ? 'pass' : waiting.value) : given ? (given.value ?? 'pass') : null,
  )
  const [draft, setDraft] = useDraft(`${identity.meetingId}.weather.${who}`, waiting ? '' : (said?.words ?? ''))
  const [touched, setTouched] = useState(false)
  const word = touched || waiting?.type !== 'give-weather' ? draft : draft || (waiting.words ?? '')
  const [busy, setBusy] = useState(false)
  const isMyTurn = useBoard((board) => personId === undefined && board.now.turn?.personId === who)
  const explained = choice && moods[choice]
  const hint = (
    <span aria-live="polite">
      {waiting && !busy ? queued : explained ? t.explained(capital(explained.label), explained.hint) : isMyTurn ? t.yourTurnHint : t.none}
    </span>
  )
  const send = async () => {
    if (choice === null) return notices.say({ tone: 'refused', message: t.choose })
    setBusy(true)
    const other = personId === undefined ? {} : { personId }
    // Said elsewhere, energy and need stay with a weather that changes.
    const { words: _former, ...kept } = said ?? {}
    const words = { ...kept, ...(word.trim() !== '' && { words: word.trim() }) }
    const sent = await act(
      choice === 'pass' ? { type: 'pass-weather', ...other } : { type: 'give-weather', value: choice, ...words, ...other },
    )
    setBusy(false)
    if (!sent.ok && sent.refused !== 'queued') return
    setDraft('')
    setTouched(false)
    onDone?.()
  }
  return (
    <div className="mx-auto -my-1.5 w-full max-w-120">
      {untitled ? (
        <p className="text-ink2">{hint}</p>
      ) : (
        <Title after={hint}>{personId === undefined ? question : t.forOther(names.first(personId))}</Title>
      )}
      <div className="mt-2">
        <ChoiceGroup<Choice> label={question} labelHidden layout="tiles" value={choice} onChange={setChoice}>
          {choices.map((id) => (
            <ChoiceTile key={id} value={id} label={moods[id].label} disc={<Disc ground={skies[id].ground} icon={skies[id].icon} />} />
          ))}
        </ChoiceGroup>
      </div>
      {choice !== 'pass' && (
        <div className="mt-2">
          <Field
            label={t.word}
            value={word}
            onChange={(text) => {
              setTouched(true)
              setDraft(text)
            }}
            maxLength={280}
            enterKeyHint="done"
            seenBy={t.seenBy[seenBy]}
            {...(personId === undefined ? {} : { hint: t.forOtherHint })}
          />
        </div>
      )}
      <ActOfMoment>
        <div className="mx-auto flex w-full max-w-120 flex-wrap items-center justify-center gap-x-6">
          <Button kind="act" className="grow" disabled={busy} onClick={() => void send()}>
            {choice === 'pass' ? t.pass : t.say}
          </Button>
          {onCancel && (
            <Button kind="quiet" onClick={onCancel}>
              {t.cancel}
            </Button>
          )}
        </div>
      </ActOfMoment>
    </div>
  )
}
