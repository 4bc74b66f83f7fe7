import { authorityOver, type Decision } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useBoard } from '../room/use-board.ts'
import { useNames } from '../room/use-names.ts'
import { Fact, Facts, useSayDay } from './facts.tsx'

/** What stands around the text: who registers it, when it is looked at again, who has copies, money, interests. */
export function AboutText({ decision }: { decision: Decision }) {
  const t = useT('decisions')
  const names = useNames()
  const day = useSayDay()
  const authority = useBoard((board) => authorityOver(board.meeting, decision, board.items[decision.itemId]))
  return (
    <Facts label={t.about}>
      <Fact label={t.responsible}>{names.org(decision.responsible)}</Fact>
      {authority === 'meeting' && <Fact label={t.authority}>{t.meetingDecides}</Fact>}
      <Fact label={t.reviewOn}>
        {decision.process === 'consent-express' ? t.nextFirst(day(decision.reviewOn)) : day(decision.reviewOn)}
      </Fact>
      {decision.status === 'adopted' && <Fact label={t.reactionUntil}>{day(decision.reactionUntil)}</Fact>}
      {decision.cc.length > 0 && <Fact label={t.copies}>{decision.cc.map((org) => names.org(org)).join(', ')}</Fact>}
      {decision.criteria.length > 0 && <Fact label={t.criteria}>{decision.criteria.join(', ')}</Fact>}
      {decision.financial && <Fact label={t.financial}>{decision.financial}</Fact>}
      {decision.interests.length > 0 && (
        <Fact label={t.interests}>
          {decision.interests.map(({ personId, text }) => t.interest.by(names.full(personId), text)).join(' ; ')}
        </Fact>
      )}
    </Facts>
  )
}
