import type { Decision, Objection } from '@clairiere/ritual'
import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { Path } from '../ui/rail.tsx'
import { pathOf, turnOf } from './course.ts'
import { LateObjection } from './late-objection.tsx'
import { useAuthor } from './said.tsx'
import { useOwner } from './use-owner.ts'

/** The four questions, shown to the group; facilitation checks that there is an argument, never whether it is right. */
function Test() {
  const t = useT('decisions').objection
  const labels = useLabels()
  const [open, setOpen] = useState(false)
  return (
    <div className="flex flex-col items-start gap-2">
      <Button kind="quiet" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t.testOpen}
      </Button>
      {open && (
        <>
          <ol className="list-decimal space-y-1 ps-6">
            {labels.deciding.objectionTests.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ol>
          <p className="text-second text-ink2">{t.testLead}</p>
        </>
      )}
    </div>
  )
}

/** One objection on its way: its words, its four steps, and the acts that are this reader's. The next act itself stands at the foot of the screen. */
export function ObjectionCard({ decision, objection }: { decision: Decision; objection: Objection }) {
  const { objection: t, position } = useT('decisions')
  const labels = useLabels()
  const names = useNames()
  const author = useAuthor()
  const { me } = useMine()
  const owner = useOwner()(objection)
  const own = owner !== undefined
  const path = pathOf(objection)
  const turn = turnOf(objection)
  const ids = { decisionId: decision.id, objectionId: objection.id }
  const said = {
    welcomed: t.welcomed,
    integrated: objection.integratedIn === undefined ? t.integrated : t.integratedIn(objection.integratedIn),
    lifted: objection.personId ? t.liftedBy(names.first(objection.personId)) : t.lifted,
    confirmed: t.confirmedBy(names.first(decision.carrier)),
  }
  return (
    <article className="flex gap-3 border-t border-line pt-4">
      <Icon shape={CircleAlert} className="mt-0.5 size-5.5" />
      <div className="flex min-w-0 flex-1 flex-col gap-3">
        <div>
          <h2 className="font-strong">
            {objection.personId ? t.title(author.name(objection)) : t.unnamed}
            <span className="ms-2 font-text text-ink2">
              {author.voice(objection) || (!objection.personId && objection.voice ? names.org(objection.voice) : '')}
            </span>
          </h2>
          <p className="mt-1 whitespace-pre-wrap">{objection.text || <span className="text-ink2">{t.noReason}</span>}</p>
        </div>
        {path ? (
          <Path label={t.path} steps={path.map(({ id, state }) => ({ id, state, label: said[id] }))} />
        ) : (
          <p className="text-second text-ink2">{labels.deciding.objectionStates[objection.tested]}</p>
        )}
        {own && owner !== me && turn !== 'none' && <p className="text-second text-ink2">{position.forSomeone(names.full(owner))}</p>}
        {turn === 'reason' && own && <LateObjection decision={decision} asked={owner} />}
        {turn === 'test' && <Test />}
        {turn !== 'none' && (
          <div className="flex flex-wrap gap-x-5">
            {turn === 'test' && (
              <ActButton act={{ type: 'test-objection', ...ids, result: 'became-concern' }} kind="quiet">
                {t.toConcern}
              </ActButton>
            )}
            {own && turn !== 'lift' && turn !== 'confirm' && (
              <ActButton act={{ type: 'lift-objection', ...ids }} kind="quiet">
                {owner === me ? t.takeBack : t.takeBackTheirs}
              </ActButton>
            )}
          </div>
        )}
      </div>
    </article>
  )
}
