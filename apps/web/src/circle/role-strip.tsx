import { CloudOff, HandHelping, Leaf, PenLine } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { pathTo } from '../room/places.ts'
import { useRoom } from '../room/room.tsx'
import { useBoard } from '../room/use-board.ts'
import { useRecordTime } from '../room/use-clock.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useSilent } from '../room/use-silent.ts'
import { Button } from '../ui/button.tsx'
import { Strip } from '../ui/strip.tsx'
import { ledBefore, rememberLed } from './led-before.ts'
import { offerTitle } from './offer-words.ts'
import { roleCall } from './role-call.ts'

/** What the roles ask of this person while the meeting goes on, one thing at a time under the header. During the welcome an offer stands on the screen itself. */
export function RoleStrip() {
  const t = useT('circle')
  const labels = useLabels().people.roles
  const names = useNames()
  const { identity } = useRoom()
  const { me, roles } = useMine()
  const [place, go] = useLocation()
  const board = useBoard((whole) => whole)
  const silent = useSilent()
  const leads = roles.has('facilitator')
  const [putAway, setPutAway] = useState('')
  useEffect(() => {
    if (leads) rememberLed(identity.meetingId, me, true)
  }, [leads, identity.meetingId, me])
  const now = useRecordTime(10_000)
  const call = roleCall(board, me, { silent, now, led: !leads && ledBefore(identity.meetingId, me) })
  const circle = pathTo(identity.meetingId, { id: 'circle' })
  // Said again when it is about something else: another item, another person.
  const key = call === null ? '' : JSON.stringify([call, call.kind === 'no-scribe' ? board.now.itemId : null])
  if (call === null || putAway === key) return null
  const dismiss = () => setPutAway(key)
  switch (call.kind) {
    case 'offer': {
      const inWelcome = board.now.phase === null || board.now.phase === 'welcome'
      if (inWelcome || place === circle) return null
      return (
        <Strip
          icon={HandHelping}
          word={offerTitle(call.offer, labels[call.role].label, names, t)}
          act={
            <>
              <ActButton act={{ type: 'accept-role', role: call.role }}>{call.offer.as === 'relay' ? t.takeRelay : t.accept}</ActButton>
              <ActButton kind="quiet" act={{ type: 'decline-role', role: call.role }}>
                {t.decline}
              </ActButton>
            </>
          }
        />
      )
    }
    case 'relay':
      return (
        <Strip
          icon={HandHelping}
          word={
            call.volunteer === null
              ? t.noLead(names.first(call.from))
              : call.volunteer === me
                ? t.iVolunteer
                : t.volunteers(names.first(call.volunteer))
          }
          act={
            call.volunteer === null ? (
              <ActButton act={{ type: 'claim-role', role: 'facilitator' }}>{t.takeRelay}</ActButton>
            ) : call.volunteer === me ? (
              <ActButton kind="quiet" act={{ type: 'decline-role', role: 'facilitator' }}>
                {t.takeBack}
              </ActButton>
            ) : (
              <ActButton kind="quiet" act={{ type: 'object-to-relay', role: 'facilitator', personId: call.volunteer }}>
                {t.object}
              </ActButton>
            )
          }
          onDismiss={dismiss}
          {...(call.volunteer === null && { dismissLabel: t.notMe })}
        />
      )
    case 'asked':
      return (
        <Strip
          icon={HandHelping}
          word={t.handoverAskedOf(labels[call.role].label)}
          act={
            call.backTo === null ? (
              <Button onClick={() => go(circle)}>{t.hand}</Button>
            ) : (
              <ActButton act={{ type: 'hand-over-role', role: call.role, personId: call.backTo }}>
                {t.giveBackTo(names.first(call.backTo))}
              </ActButton>
            )
          }
          onDismiss={dismiss}
          dismissLabel={t.later}
        />
      )
    case 'no-watch':
      return (
        <Strip
          icon={Leaf}
          word={t.noWatch}
          act={<ActButton act={{ type: 'claim-role', role: 'moodWatcher' }}>{t.iWatch}</ActButton>}
          onDismiss={dismiss}
          dismissLabel={t.notMe}
        >
          {t.noWatchText}
        </Strip>
      )
    case 'relieved':
      return (
        <Strip
          icon={HandHelping}
          word={t.relieved(names.first(call.by))}
          act={<ActButton act={{ type: 'ask-handover', role: 'facilitator' }}>{t.askBack}</ActButton>}
          onDismiss={() => {
            rememberLed(identity.meetingId, me, false)
            dismiss()
          }}
          dismissLabel={t.leaveIt}
        />
      )
    case 'no-scribe':
      return (
        <Strip
          icon={PenLine}
          word={t.noScribe}
          act={<ActButton act={{ type: 'claim-role', role: 'scribe' }}>{t.iWrite}</ActButton>}
          onDismiss={dismiss}
          dismissLabel={t.notMe}
        >
          {call.eachWritesOne ? t.noScribeText : ''}
        </Strip>
      )
    case 'silent':
      return (
        <Strip icon={CloudOff} word={t.silent(names.first(call.who))} onDismiss={dismiss}>
          {t.silentText}
        </Strip>
      )
  }
}
