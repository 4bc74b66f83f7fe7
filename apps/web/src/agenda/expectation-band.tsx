import type { Item } from '@clairiere/ritual'
import type { ReactNode } from 'react'
import { useT } from '../i18n/words.tsx'
import { useGlossary } from '../room/explain.tsx'
import { ActButton } from '../room/act-button.tsx'
import { LoadNote } from '../room/load-note.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Explained } from '../ui/acronym.tsx'
import { Band } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { type Awaited, awaitedOf } from './awaited.ts'
import { LeadsOwnItem } from './leads-own-item.tsx'
import { isOwnNext } from './item-lead.ts'
import type { Opened } from './opened.ts'
import { useReader } from './use-reader.ts'

/** What a kind of expectation says, and the form its verb opens. */
type Said = { title: string; text: string; act?: string; opens?: Opened; other?: ReactNode }

function useSaid(item: Item): (awaited: Awaited) => Said {
  const t = useT('agenda').awaited
  const names = useNames()
  const actions = useBoard((board) => board.actions)
  const { roles } = useMine()
  const nothing = item.status === 'done' ? t.over : item.status === 'open' ? t.nothing : item.status === 'paused' ? t.paused : t.notYet
  return (awaited) => {
    switch (awaited.kind) {
      case 'accept-action':
        return { title: t.acceptAction.title, text: actions[awaited.actionId]?.title ?? '' }
      case 'answer-actions':
        return { title: t.answerActions.title, text: t.answerActions.text(awaited.count) }
      case 'set-advice':
        return { ...t.setAdvice, opens: 'set-advice' }
      case 'ask-advice': {
        const { named, unnamed, ...rest } = t.askAdvice
        return {
          ...rest,
          text: awaited.orgs.length > 0 ? named(awaited.orgs.map((org) => names.org(org)).join(', ')) : unnamed,
          opens: 'ask-advice',
        }
      }
      case 'give-advice': {
        const { impacted, competent, you, ...rest } = t.giveAdvice
        const said = awaited.as === 'impacted' ? impacted : competent
        return { ...rest, text: awaited.org === null ? you : said(names.org(awaited.org)), opens: 'give-advice' }
      }
      case 'offer-advice':
        return { ...t.offerAdvice, act: t.giveAdvice.act, opens: 'give-advice' }
      case 'answer-advice':
        return { title: t.answerAdvice.title, text: t.answerAdvice.text(awaited.count) }
      case 'conclude-advice':
        return { ...t.concludeAdvice, opens: 'conclude-advice' }
      case 'set-broadcast':
        return { ...(awaited.missing === 'text' ? t.setBroadcast : t.setWindow), opens: 'set-broadcast' }
      case 'react':
        return { ...t.react, opens: 'react' }
      case 'answer-reactions':
        return { title: t.answerReactions.title, text: t.answerReactions.text(awaited.count) }
      case 'state-feedback':
        return { ...t.stateFeedback, opens: 'state-feedback' }
      case 'answer-feedback':
        return { ...t.answerFeedback, text: t.answerFeedback.text(names.org(awaited.org)), opens: 'answer-feedback' }
      case 'give-ideas':
        return { ...t.giveIdeas, opens: 'idea' }
      case 'name-structures':
        return { ...t.nameStructures, opens: 'edit' }
      case 'carry':
        return t.carry
      case 'nothing':
        if (item.status === 'open' && roles.has('scribe')) return t.writes
        if (item.status === 'open' && roles.has('moodWatcher')) return t.keepsMood
        return { title: nothing, text: '' }
    }
  }
}

/** What is expected of me: the one filled ground, above the fold. Nothing expected is said too, without a button; a role that writes or watches is named then. Whoever leads has their filled button at the foot, and theirs here is outlined, unless it is itself what the item waits for. */
export function ExpectationBand({ item, onOpen }: { item: Item; onOpen: (opened: Opened) => void }) {
  const t = useT('agenda').awaited
  const reader = useReader()
  const mine = useMine()
  const said = useSaid(item)
  const glossary = useGlossary()
  const key = useBoard((board) => JSON.stringify(awaitedOf(board, item, reader)))
  const ownNext = useBoard((board) => isOwnNext(board, item, reader))
  const awaited = JSON.parse(key) as Awaited
  const { title, text, act, opens } = said(awaited)
  // « Écoute » is not for whoever leads: their act stands at the foot.
  if (awaited.kind === 'nothing' && item.status === 'open' && mine.facilitating) return null
  const kind = mine.facilitating && !ownNext ? 'plain' : 'act'
  return (
    <Band title={title}>
      {text && (
        <p>
          <Explained text={text} glossary={glossary} />
        </p>
      )}
      {awaited.kind === 'accept-action' && <LoadNote />}
      {awaited.kind === 'accept-action' && (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <ActButton act={{ type: 'accept-action', actionId: awaited.actionId }} kind={kind}>
            {t.acceptAction.act}
          </ActButton>
          <ActButton act={{ type: 'give-back-action', actionId: awaited.actionId }} kind="quiet">
            {t.acceptAction.refuse}
          </ActButton>
        </div>
      )}
      {act && opens && (
        <Button kind={kind} wide className="mt-1 laptop:w-auto laptop:self-start" onClick={() => onOpen(opens)}>
          {act}
        </Button>
      )}
      <LeadsOwnItem item={item} />
    </Band>
  )
}
