import { namedIn, type Decision, type OrgId } from '@clairiere/ritual'
import { FileText, HandHeart } from 'lucide-react'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { pathTo } from '../room/places.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { EmptyState, Line, Lines, Section } from '../ui/band.tsx'
import { LinkButton } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceSegment } from '../ui/choice-tile.tsx'
import { SelectField } from '../ui/field.tsx'
import { Title } from '../ui/page.tsx'
import { Counts } from './counts.tsx'
import { Criteria } from './criteria.tsx'
import { Learnings } from './learnings.tsx'
import { RegisterFrame } from './register-frame.tsx'
import { actionRows, actionWaits, decisionRows, keep, ofGroup, waits, whoOf, type DecisionRow, type Which } from './rows.ts'
import { Takeaway } from './takeaway.tsx'
import { useDay } from './use-day.ts'
import { useNews } from './use-news.ts'

type Shown = { which: Which; group: OrgId }

/** One row's state in words, with « sans nouvelles » where a structure has long been silent. */
const useStateOf = (): ((row: DecisionRow) => string) => {
  const labels = useLabels()
  const news = useNews()
  return ({ status, circuit }) => {
    const said =
      status in labels.followUp.transmissionStatuses
        ? labels.followUp.transmissionStatuses[status as keyof typeof labels.followUp.transmissionStatuses]
        : labels.deciding.statuses[status as Decision['status']]
    return [said, circuit && news(circuit)].filter(Boolean).join(', ')
  }
}

function Decisions({ which, group }: Shown) {
  const t = useT('registers')
  const names = useNames()
  const day = useDay()
  const stateOf = useStateOf()
  const meetingId = useBoard((board) => board.meeting.id)
  const rows = ofGroup(keep(useBoard(decisionRowsOnce), which, waits), group, ({ to }) => to)
  return (
    <Section title={t.decisions}>
      {rows.length === 0 ? (
        <EmptyState>{t.noDecisions}</EmptyState>
      ) : (
        <>
          <Lines label={t.decisions}>
            {rows.map((row) => (
              <Line
                key={row.id}
                title={row.ref ? `${row.ref} · ${row.title}` : row.title}
                second={[names.org(row.to), stateOf(row), row.reviewOn && t.reviewDay(day(row.reviewOn)), row.before && t.before]
                  .filter(Boolean)
                  .join(' · ')}
              >
                <LinkButton kind="link" href={pathTo(meetingId, { id: 'decision', ref: row.ref || row.id })}>
                  {t.open(row.ref || t.life)}
                </LinkButton>
              </Line>
            ))}
          </Lines>
          <Takeaway
            name={t.files.decisions}
            rows={() => [
              [t.columns.ref, t.columns.what, t.columns.structure, t.columns.state, t.columns.review],
              ...rows.map((row) => [row.ref, row.title, names.org(row.to), stateOf(row), row.reviewOn ?? '']),
            ]}
            days={() =>
              rows.flatMap(({ id, ref, title, reviewOn }) =>
                reviewOn ? [{ id: `${ref || id}@${meetingId}`, day: reviewOn, title: `${t.columns.review} : ${title}`, text: ref }] : [],
              )
            }
          />
        </>
      )}
    </Section>
  )
}

// The rows of one board are made once: a new list at each reading would render for ever.
const madeFor = new WeakMap<object, readonly DecisionRow[]>()
const decisionRowsOnce = (board: Parameters<typeof decisionRows>[0]): readonly DecisionRow[] => {
  const made = madeFor.get(board) ?? decisionRows(board)
  madeFor.set(board, made)
  return made
}

function Actions({ which, group }: Shown) {
  const t = useT('registers')
  const labels = useLabels()
  const names = useNames()
  const day = useDay()
  const board = useBoard((current) => current)
  const rows = ofGroup(keep(actionRows(board), which, actionWaits), group, ({ forOrg }) => forOrg)
  return (
    <Section title={t.actions}>
      {rows.length === 0 ? (
        <EmptyState>{t.noActions}</EmptyState>
      ) : (
        <>
          <Lines label={t.actions}>
            {rows.map((action) => (
              <Line
                key={action.id}
                title={`${action.ref} · ${action.title}`}
                second={[
                  // « Sans porteur·euse » is the state too.
                  action.status !== 'open-without-taker' && whoOf(board, action, t),
                  // « Proposée à … » says so already.
                  (action.status !== 'proposed' || namedIn(board, action).who.length > 0) && labels.followUp.actionStatuses[action.status],
                  action.due && day(action.due),
                  action.forOrg && names.org(action.forOrg),
                  action.carriedOver && t.before,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </Lines>
          <Takeaway
            name={t.files.actions}
            rows={() => [
              [t.columns.ref, t.columns.what, t.columns.who, t.columns.structure, t.columns.state, t.columns.due],
              ...rows.map((action) => [
                action.ref,
                action.title,
                whoOf(board, action, t),
                action.forOrg === null ? '' : names.org(action.forOrg),
                labels.followUp.actionStatuses[action.status],
                action.due ?? '',
              ]),
            ]}
            days={() =>
              rows.flatMap((action) =>
                action.due && action.status !== 'done'
                  ? [
                      {
                        id: `${action.ref}@${board.meeting.id}`,
                        day: action.due,
                        title: action.title,
                        text: `${action.ref}, ${whoOf(board, action, t)}`,
                      },
                    ]
                  : [],
              )
            }
          />
        </>
      )}
    </Section>
  )
}

const EVERY = ''

/** Decisions, actions and learnings of this meeting and of those it follows; what waits and what came to its end, of all groups or of one, to read or to take away. */
export function Registers() {
  const t = useT('registers')
  const { me } = useMine()
  const meetingId = useBoard((board) => board.meeting.id)
  const title = useBoard((board) => board.meeting.title)
  const organisations = useBoard((board) => board.organisations)
  const [which, setWhich] = useState<Which>('all')
  const [group, setGroup] = useState<OrgId>(EVERY)
  return (
    <RegisterFrame phase={t.title}>
      <Title large before={title}>
        {t.title}
      </Title>
      <div className="flex flex-col gap-3">
        <ChoiceGroup label={t.show} labelHidden layout="segments" value={which} onChange={setWhich}>
          {(['all', 'waiting', 'done'] as const).map((id) => (
            <ChoiceSegment key={id} value={id} label={t.which[id]} />
          ))}
        </ChoiceGroup>
        <SelectField
          label={t.group}
          value={group}
          onChange={setGroup}
          options={[{ value: EVERY, label: t.allGroups }, ...Object.values(organisations).map(({ id, label }) => ({ value: id, label }))]}
        />
      </div>
      <div className="-my-4 flex flex-col items-start">
        <LinkButton kind="link" icon={FileText} href={pathTo(meetingId, { id: 'digest' })}>
          {t.toDigest}
        </LinkButton>
        <LinkButton kind="link" icon={HandHeart} href={pathTo(meetingId, { id: 'person', personId: me })}>
          {t.toMe}
        </LinkButton>
      </div>
      <Decisions which={which} group={group} />
      <Actions which={which} group={group} />
      <Criteria />
      <Counts />
      <Learnings />
    </RegisterFrame>
  )
}
