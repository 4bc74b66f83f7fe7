import type { Decision, PersonId } from '@clairiere/ritual'
import { useMemo, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct } from '../room/use-act.ts'
import { useConfidences } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useWrittenFor } from '../room/use-written-for.ts'
import { Section } from '../ui/band.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceRow } from '../ui/choice-row.tsx'
import { Field } from '../ui/field.tsx'
import { SeenBy } from '../ui/seen-by.tsx'
import { Progress } from './answered.tsx'

/** From so many people on, a name is looked for before it is chosen. */
const FIND_FROM = 15

/** One's own ballot in this election, or that of a person without a device one writes for; no other ever comes to a device [§2.7]. */
export const useBallot = (decisionId: string, voter: PersonId): PersonId | undefined =>
  useConfidences('ballot', decisionId).find((view) => view.personId === voter)?.payload.personId

/** One name, chosen like any position: sent at once, changed freely while the ballots are open. */
function BallotForm({ decision, voter }: { decision: Decision; voter: PersonId }) {
  const t = useT('decisions').election.ballot
  const names = useNames()
  const { me } = useMine()
  const act = useAct()
  const kept = useBallot(decision.id, voter)
  const [chosen, setChosen] = useState<PersonId | null>(null)
  const [sought, setSought] = useState('')
  const people = useMemo(() => {
    const here = names.sorted.filter(({ presence }) => presence !== 'left')
    const wanted = sought.trim().toLocaleLowerCase()
    return wanted === '' ? here : here.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  }, [names, sought])
  const many = names.sorted.length >= FIND_FROM
  const value = chosen ?? kept ?? null
  const choose = async (personId: PersonId) => {
    setChosen(personId)
    const sent = await act({ type: 'cast-ballot', decisionId: decision.id, personId, ...(voter === me ? {} : { voterId: voter }) })
    if (!sent.ok && sent.refused !== 'queued') setChosen(null)
  }
  const shown = many && sought.trim() === '' ? people.filter(({ id }) => id === value || id === me) : people
  return (
    <div className="flex flex-col gap-4">
      {many && <Field label={t.find} value={sought} onChange={setSought} autoComplete="off" />}
      <ChoiceGroup label={t.choose} labelHidden value={value} onChange={(id) => void choose(id)}>
        {shown.map(({ id, name }) => (
          <ChoiceRow key={id} value={id} label={id === me ? t.me(name) : name} second={names.voices(id)} />
        ))}
      </ChoiceGroup>
      <SeenBy>{t.seenBy}</SeenBy>
    </div>
  )
}

/** The ballots while they are open, and again when names may move: one's own, those one writes for, and how many are there. */
export function Ballots({ decision }: { decision: Decision }) {
  const all = useT('decisions')
  const t = all.election.ballot
  const { me, observes } = useMine()
  const written = useWrittenFor().filter(({ id }) => decision.deciders.includes(id))
  return (
    <div className="flex flex-col gap-5">
      {decision.deciders.includes(me) ? (
        <BallotForm key={me} decision={decision} voter={me} />
      ) : (
        <p className="text-ink2">{observes ? all.observes : t.late}</p>
      )}
      {written.map(({ id, name }) => (
        <Section key={id} title={t.forSomeone(name)}>
          <div className="pt-3">
            <BallotForm decision={decision} voter={id} />
          </div>
        </Section>
      ))}
      {decision.step === 'ballots' && <Progress decision={decision} subject={decision.id} hidden={t.hidden} after={t.forgotten} />}
    </div>
  )
}

/** What one wrote, to be read aloud in the round. */
export function MyBallot({ decision }: { decision: Decision }) {
  const t = useT('decisions').election.ballot
  const names = useNames()
  const { me } = useMine()
  const kept = useBallot(decision.id, me)
  if (!decision.deciders.includes(me)) return null
  return (
    <div className="flex flex-col gap-1 border-t border-line pt-3">
      <p className="font-strong">{kept === undefined ? t.none : t.kept(names.full(kept))}</p>
      <SeenBy>{t.seenBy}</SeenBy>
    </div>
  )
}
