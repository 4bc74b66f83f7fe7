import type { Decision } from '@clairiere/ritual'
import { useState } from 'react'
import { useDates, useT } from '../i18n/words.tsx'
import { MySaved } from '../room/my-saved.tsx'
import { pathTo } from '../room/places.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useWordMap } from '../room/use-word-map.ts'
import { EmptyState, Line, Lines, Section } from '../ui/band.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceSegment } from '../ui/choice-tile.tsx'
import { Header } from '../ui/header.tsx'
import { Page, Title } from '../ui/page.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { DecisionLife } from './decision-life.tsx'
import { actionRows, actionWaits, decisionRows, keep, waits, type DecisionRow, type Which } from './rows.ts'

const useDay = () => {
  const dates = useDates()
  return (value: string) => dates.day(Date.parse(`${value}T12:00:00Z`))
}

function Decisions({ which, onOpen }: { which: Which; onOpen: (decision: Decision) => void }) {
  const t = useT('registers')
  const labels = useLabels()
  const names = useNames()
  const day = useDay()
  const rows = keep(useBoard(decisionRowsOnce), which, waits)
  const state = ({ status }: DecisionRow): string =>
    status in labels.followUp.transmissionStatuses
      ? labels.followUp.transmissionStatuses[status as keyof typeof labels.followUp.transmissionStatuses]
      : labels.deciding.statuses[status as Decision['status']]
  return (
    <Section title={t.decisions}>
      {rows.length === 0 ? (
        <EmptyState>{t.noDecisions}</EmptyState>
      ) : (
        <Lines label={t.decisions}>
          {rows.map((row) => {
            const { decision } = row
            return (
              <Line
                key={row.id}
                title={row.ref ? `${row.ref} · ${row.title}` : row.title}
                second={[names.org(row.to), state(row), row.reviewOn && t.reviewOn(day(row.reviewOn)), row.before && t.before]
                  .filter(Boolean)
                  .join(' · ')}
              >
                {decision && (
                  <Button kind="link" onClick={() => onOpen(decision)}>
                    {t.open(row.ref || t.life)}
                  </Button>
                )}
              </Line>
            )
          })}
        </Lines>
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

function Actions({ which }: { which: Which }) {
  const t = useT('registers')
  const labels = useLabels()
  const names = useNames()
  const day = useDay()
  const board = useBoard((current) => current)
  const rows = keep(actionRows(board), which, actionWaits)
  return (
    <Section title={t.actions}>
      {rows.length === 0 ? (
        <EmptyState>{t.noActions}</EmptyState>
      ) : (
        <Lines label={t.actions}>
          {rows.map((action) => {
            const who = action.carriedOver
              ? action.carriedOver.who.join(', ')
              : action.takers.length > 0
                ? names.list(action.takers.map(({ personId }) => personId))
                : t.nobody
            return (
              <Line
                key={action.id}
                title={`${action.ref} · ${action.title}`}
                second={[who, labels.followUp.actionStatuses[action.status], action.due && day(action.due), action.carriedOver && t.before]
                  .filter(Boolean)
                  .join(' · ')}
              />
            )
          })}
        </Lines>
      )}
    </Section>
  )
}

function Learnings() {
  const t = useT('registers')
  const labels = useLabels()
  const { entries } = useWordMap('learnings', 'learnings')
  return (
    <Section title={t.learnings}>
      {entries.length === 0 ? (
        <EmptyState>{t.noLearnings}</EmptyState>
      ) : (
        <Lines label={t.learnings}>
          {entries.map((entry) => (
            <Line key={entry.id} second={labels.agenda.wordKinds[entry.kind]}>
              {entry.text}
            </Line>
          ))}
        </Lines>
      )}
    </Section>
  )
}

/** Decisions, actions and learnings of this meeting and of those it follows; what waits and what came to its end. */
export function Registers() {
  const t = useT('registers')
  const brand = useT('shell').brand
  const meetingId = useBoard((board) => board.meeting.id)
  const title = useBoard((board) => board.meeting.title)
  const [which, setWhich] = useState<Which>('all')
  const [open, setOpen] = useState<Decision | null>(null)
  return (
    <Page
      header={
        <Header
          brand={brand}
          title={title}
          phase={t.title}
          saved={<MySaved />}
          aside={
            <LinkButton kind="link" href={pathTo(meetingId, { id: 'now' })} className="shrink-0">
              {t.back}
            </LinkButton>
          }
        />
      }
    >
      <div className="flex flex-col gap-8">
        <Title large before={title}>
          {t.title}
        </Title>
        <ChoiceGroup label={t.show} labelHidden layout="segments" value={which} onChange={setWhich}>
          {(['all', 'waiting', 'done'] as const).map((id) => (
            <ChoiceSegment key={id} value={id} label={t.which[id]} />
          ))}
        </ChoiceGroup>
        <Decisions which={which} onOpen={setOpen} />
        <Actions which={which} />
        <Learnings />
      </div>
      <Sheet open={open !== null} onClose={() => setOpen(null)} title={open?.ref ?? open?.title ?? ''}>
        {open && <DecisionLife decision={open} />}
      </Sheet>
    </Page>
  )
}
