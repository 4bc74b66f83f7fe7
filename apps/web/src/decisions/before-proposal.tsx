import { absentSovereign, draftRoot, mayWrite, type Item, type OrgId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { KeptWords } from '../editor/kept-words.tsx'
import { useLink } from '../room/room.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard, useBoardIfReady } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { DraftField, useDraftText } from './draft-field.tsx'
import { ProposeForm } from './propose-form.tsx'
import { writeInto } from './shared-text.ts'

/** Before there is a decision: what a former meeting left of one comes first, and may be taken up. */
export function BeforeProposal({ item }: { item: Item }) {
  return (
    <div className="flex flex-col gap-6">
      <KeptWords item={item} act={<TakeUp item={item} />} />
      <Proposing item={item} />
    </div>
  )
}

/** Puts the kept text where the proposal is written, as long as nobody has written there. */
function TakeUp({ item }: { item: Item }) {
  const t = useT('agenda').items.kept
  const { me } = useMine()
  const board = useBoardIfReady()
  const replica = useLink((link) => link.replica)
  const draft = useDraftText(item.id)
  const text = item.kept?.text
  if (text === undefined || draft.trim() !== '' || board === null || mayWrite(board, me, draftRoot(item.id)) !== 'yes') return null
  return (
    <Button kind="quiet" onClick={() => writeInto(replica.doc.getText(draftRoot(item.id)), text)} className="self-start">
      {t.takeUp}
    </Button>
  )
}

/** The words of the proposal to come: the carrier writes and poses it; everyone sees the text grow, and may put words in it. */
function Proposing({ item }: { item: Item }) {
  const t = useT('decisions')
  const before = item.kind === 'election' ? { ...t.before, ...t.election.before } : t.before
  const names = useNames()
  const { me } = useMine()
  const board = useBoardIfReady()
  const anyOrg = useBoard((current) => Object.keys(current.organisations)[0]) ?? 'org'
  const day = '9999-12-31'
  const may = useAllowed({
    type: 'propose',
    itemId: item.id,
    text: '…',
    responsible: anyOrg,
    reviewOn: day,
    ...(item.kind === 'election' ? { card: { name: '…', until: day } } : {}),
  })
  const [writing, setWriting] = useState(false)
  const draft = useDraftText(item.id)
  const isCarrier = item.carriers.includes(me) || item.replacement === me
  const open = item.status === 'open' || item.status === 'paused'
  const sovereign = board === null || item.kind !== 'decision' ? undefined : absentSovereign(board, item)
  if (sovereign !== undefined) return <DecidedElsewhere item={item} sovereign={sovereign} />
  if (isCarrier && open && (may.allowed || may.code === 'responsible-missing')) return <ProposeForm item={item} />
  const writes = board !== null && mayWrite(board, me, draftRoot(item.id)) === 'yes'
  const carrier = item.replacement ?? item.carriers[0]
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink2">{isCarrier && !open ? before.notOpen : carrier ? before.waiting(names.first(carrier)) : before.empty}</p>
      {writing || (isCarrier && writes) ? (
        <DraftField itemId={item.id} />
      ) : (
        <>
          <p className={draft ? 'said-long text-proposal whitespace-pre-wrap' : 'text-ink2'}>{draft || before.empty}</p>
          {writes && (
            <Button kind="quiet" onClick={() => setWriting(true)} className="self-start">
              {t.amend.open}
            </Button>
          )}
        </>
      )}
    </div>
  )
}

/** The domain is another's, who is not here: said in one sentence, with the two ways on [D12]. */
function DecidedElsewhere({ item, sovereign }: { item: Item; sovereign: OrgId }) {
  const t = useT('agenda').items.sovereign
  const names = useNames()
  return (
    <Band title={t.title}>
      <p>{t.absent(names.org(sovereign))}</p>
      <div className="flex flex-wrap gap-x-5">
        <ActButton act={{ type: 'set-item', itemId: item.id, kind: 'advice', structures: [sovereign] }} kind="link">
          {t.toAdvice}
        </ActButton>
        <ActButton act={{ type: 'set-item', itemId: item.id, kind: 'feedback', towards: sovereign }} kind="link">
          {t.toFeedback}
        </ActButton>
      </div>
    </Band>
  )
}
