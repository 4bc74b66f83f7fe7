import { ownPrompt, type PersonId, participants, SMALL_CIRCLE_MAX } from '@clairiere/ritual'
import { useEffect, useRef, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct } from '../room/use-act.ts'
import { useBoard, useConfidences } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useRoom } from '../room/room.tsx'
import { useWaitingAct } from '../room/use-waiting-act.ts'
import { Acronym } from '../ui/acronym.tsx'
import { ActOfMoment } from '../ui/act-place.tsx'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { ErrorLine } from '../ui/error-line.tsx'
import { LongField } from '../ui/field.tsx'
import { NumberChoice } from '../ui/number-choice.tsx'
import { Title } from '../ui/page.tsx'
import { SeenBy } from '../ui/seen-by.tsx'
import { useDraft } from '../ui/use-draft.ts'
import { Thanks } from './thanks.tsx'

const capital = (text: string): string => `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`
/** From here down, « what would have given one more » is asked. */
const LOW_ROTI = 2

type Props = {
  prompt: string
  onDone: () => void
  onCancel?: () => void
  /** Somebody without a device, whose word one writes as they say it [I7]. */
  forPerson?: PersonId | undefined
}

/** One prompt, one word, unticked « publier », five equal numbers, a thanks; passing has its own target. */
export function ClosingForm({ prompt, onDone, onCancel, forPerson }: Props) {
  const t = useT('closing')
  const { queued } = useT('room')
  const labels = useLabels().meeting
  const act = useAct()
  const names = useNames()
  const { identity } = useRoom()
  const who = forPerson ?? identity.personId
  const whose = forPerson === undefined ? {} : { personId: forPerson }
  const key = `${identity.meetingId}.closing.${who}`
  const mine = useConfidences('closing').find((view) => view.personId === who)?.payload
  const myRoti = useConfidences('roti').find((view) => view.personId === who)?.payload?.roti
  const published = useBoard((board) => board.closing.words.find((words) => words.personId === who))
  const privacy = useBoard((board) => board.meeting.privacy.closing)
  const own = useBoard((board) => ownPrompt(board.meeting, 'improvement'))
  const isTold = useBoard((board) => board.closing.roti !== undefined)
  const small = useBoard((board) => participants(board).length <= SMALL_CIRCLE_MAX)
  // Given without network it has not left yet: it stands here as it was given.
  const leaving = useWaitingAct(['give-closing', 'pass-closing'], who)
  const left = leaving?.type === 'give-closing' ? leaving : undefined
  const [words, setWords] = useDraft(`${key}.words`, left?.words ?? published?.text ?? mine?.words ?? '')
  const [publish, setPublish] = useState(left?.publish ?? published !== undefined)
  const [roti, setRoti] = useState<number | null>(left?.roti ?? myRoti ?? null)
  const waiting = useConfidences('closing-improvement').find((view) => view.personId === who)?.payload?.text
  const [improvement, setImprovement] = useDraft(`${key}.improvement`, left?.improvement ?? waiting ?? '')
  const [improving, setImproving] = useState(improvement !== '')
  const [thanked, setThanked] = useState<readonly PersonId[]>([])
  const [busy, setBusy] = useState(false)
  const [nothing, setNothing] = useState(false)
  const mayPublish = privacy === 'roti-and-consented-words'

  // What was given leaves this tab's drafts with the form: without network that is later than the tap.
  const wasGiven = useRef(false)
  wasGiven.current ||= leaving !== undefined
  useEffect(
    () => () => {
      if (!wasGiven.current) return
      setWords('')
      setImprovement('')
    },
    [setWords, setImprovement],
  )

  const finish = async (given: Parameters<typeof act>[0]) => {
    setBusy(true)
    const sent = await act(given)
    setBusy(false)
    if (!sent.ok && sent.refused !== 'queued') return
    onDone()
  }
  /** What was emptied is sent empty, to be taken back; what was never written is left out. */
  const written = (text: string, before: string | undefined): string | undefined => text.trim() || (before === undefined ? undefined : '')
  const give = () => {
    const said = written(words, published?.text ?? mine?.words)
    const better = written(improvement, waiting)
    if (said === undefined && better === undefined && roti === null && thanked.length === 0 && !onCancel) return setNothing(true)
    return finish({
      type: 'give-closing',
      ...whose,
      publish: mayPublish && publish,
      ...(said === undefined ? {} : { words: said }),
      ...(roti === null ? {} : { roti: roti as 1 | 2 | 3 | 4 | 5 }),
      ...(better === undefined ? {} : { improvement: better }),
      ...(thanked.length === 0 ? {} : { thanks: names.list(thanked) }),
    })
  }
  return (
    <div className="mx-auto flex w-full max-w-120 flex-col gap-5">
      <div className="flex flex-col gap-2">
        <Title>{prompt}</Title>
        {forPerson !== undefined && <p>{t.writtenFor(names.full(forPerson))}</p>}
        <LongField
          label={forPerson === undefined ? t.word : t.wordOf(names.first(forPerson))}
          labelHidden
          value={words}
          onChange={setWords}
          maxLength={500}
        />
        {mayPublish ? (
          <>
            <Check label={t.publish} checked={publish} onChange={setPublish} />
            <SeenBy>{publish ? (forPerson === undefined ? t.published : t.publishedTheirs) : t.unpublished}</SeenBy>
          </>
        ) : (
          <SeenBy>{t.noWords}</SeenBy>
        )}
      </div>
      {!small && privacy !== 'none' && (
        <div className="flex flex-col gap-1 border-t border-line pt-5">
          <NumberChoice
            label={t.worth}
            aside={<Acronym short={t.roti} long={t.rotiLong} />}
            value={roti}
            onChange={setRoti}
            sentences={[
              capital(labels.roti[1]),
              capital(labels.roti[2]),
              capital(labels.roti[3]),
              capital(labels.roti[4]),
              capital(labels.roti[5]),
            ]}
          />
          <SeenBy>{isTold ? t.rotiLate : t.rotiSeenBy}</SeenBy>
        </div>
      )}
      <div className="flex flex-col border-t border-line pt-5">
        {improving || (roti !== null && roti <= LOW_ROTI) ? (
          <LongField
            label={own ?? t.improvement}
            value={improvement}
            onChange={setImprovement}
            maxLength={500}
            seenBy={t.improvementSeenBy}
            {...(roti !== null && roti <= LOW_ROTI ? { hint: labels.rotiLow } : {})}
          />
        ) : (
          <Button kind="link" onClick={() => setImproving(true)} className="self-start">
            {t.addImprovement}
          </Button>
        )}
      </div>
      <div className="border-t border-line pt-5">
        <Thanks chosen={thanked} onChange={setThanked} />
      </div>
      <ActOfMoment>
        <div className="mx-auto flex w-full max-w-120 flex-col items-center gap-1">
          {leaving && !busy && (
            <p role="status" className="text-second text-ink2">
              {queued}
            </p>
          )}
          {nothing && words === '' && roti === null && <ErrorLine>{t.nothing}</ErrorLine>}
          <Button kind="act" wide disabled={busy} onClick={() => void give()}>
            {forPerson === undefined ? t.give : t.giveTheirs}
          </Button>
          <Button kind="quiet" disabled={busy} onClick={() => (onCancel ? onCancel() : void finish({ type: 'pass-closing', ...whose }))}>
            {onCancel ? t.cancel : t.pass}
          </Button>
          {forPerson !== undefined && (
            <Button kind="quiet" disabled={busy} onClick={() => void finish({ type: 'pass-closing', ...whose })}>
              {t.passes(names.first(forPerson))}
            </Button>
          )}
        </div>
      </ActOfMoment>
    </div>
  )
}
