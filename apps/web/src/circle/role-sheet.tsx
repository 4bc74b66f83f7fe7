import { powersOfRole, proposeForRole, type RoleId } from '@clairiere/ritual'
import { useMemo, useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { SelectField } from '../ui/field.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { holdersLine } from './holders-line.ts'
import { MyWish } from './my-wish.tsx'
import { PowersList } from './powers-list.tsx'
import { seatOfRole } from './role-seats.ts'
import { streakLine } from './streak-line.ts'

/** A role's card: what it is, its limits and powers, who holds it, and what this person may do about it. */
export function RoleSheet({ role, onClose }: { role: RoleId; onClose: () => void }) {
  const t = useT('circle')
  const words = useT('circleSheets')
  const quoted = useT('ui').quoted
  const card = useLabels().people.roles[role]
  const names = useNames()
  const mine = useMine()
  const board = useBoard((whole) => whole)
  const seat = seatOfRole(board.roles, role)
  const rotation = useMemo(() => proposeForRole(board, role), [board, role])
  const streak = streakLine(board, role, t, names)
  const powers = powersOfRole(role)
  const mineAlready = seat.holders.includes(mine.me) || seat.pairs.includes(mine.me)
  // One's pair may take over; to whoever holds a role already it is not offered again.
  const others = (id: string) => id !== mine.me && (mineAlready || !(seat.holders.includes(id) || seat.pairs.includes(id)))
  const taken = seat.holders.length > 0
  return (
    <Sheet open onClose={onClose} title={card.label}>
      <div className="flex flex-col gap-5">
        <p className="said-long text-proposal">{quoted(card.says)}</p>
        <p>
          <strong className="font-strong">{holdersLine(seat, names, t)}</strong>
          {seat.handoverAsked && <span className="block text-ink2">{words.handoverAsked}</span>}
        </p>
        {streak && <p>{streak}</p>}
        <div className="flex flex-wrap gap-x-4 gap-y-2">
          {!mineAlready && !taken && <ActButton act={{ type: 'claim-role', role }}>{words.claim}</ActButton>}
          {!mineAlready && taken && (role === 'scribe' || role === 'moodWatcher' || role === 'decisionKeeper') && (
            <ActButton act={{ type: 'claim-role', role, rank: 'pair' }}>{words.claimPair}</ActButton>
          )}
          {!mineAlready && taken && (role === 'facilitator' || role === 'timekeeper') && !seat.backups.includes(mine.me) && (
            <ActButton act={{ type: 'claim-role', role, rank: 'backup' }}>{words.claimBackup}</ActButton>
          )}
          {seat.pairs.includes(mine.me) && (
            <ActButton kind="quiet" act={{ type: 'decline-role', role }}>
              {words.leavePair}
            </ActButton>
          )}
          {seat.backups.includes(mine.me) && (
            <ActButton kind="quiet" act={{ type: 'decline-role', role }}>
              {words.leaveBackup}
            </ActButton>
          )}
          {taken && !mineAlready && !seat.handoverAsked && (
            <ActButton kind="quiet" act={{ type: 'ask-handover', role }}>
              {words.askHandover}
            </ActButton>
          )}
        </div>
        <PassOn
          role={role}
          handing={mineAlready}
          people={rotation.proposals.flatMap(({ personId }) => (others(personId) ? [personId] : []))}
        />
        <dl className="flex flex-col gap-3 border-t border-line pt-4">
          {(['mission', 'limits'] as const).map((part) => (
            <div key={part}>
              <dt className="font-strong">{words[part]}</dt>
              <dd className="text-ink2">{card[part]}</dd>
            </div>
          ))}
          <div>
            <dt className="font-strong">{words.powers}</dt>
            <dd>{powers.length > 0 ? <PowersList powers={powers} /> : <p className="text-ink2">{t.aloud}</p>}</dd>
          </div>
        </dl>
        {role !== 'host' && <MyWish role={role} />}
      </div>
    </Sheet>
  )
}

/** Offers the role to somebody, or hands over one's own; the list begins with those who never held it, and says nothing more of anyone. */
function PassOn({ role, handing, people }: { role: RoleId; handing: boolean; people: readonly string[] }) {
  const t = useT('circle')
  const words = useT('circleSheets')
  const names = useNames()
  const [chosen, setChosen] = useState('')
  const to = chosen || people[0]
  if (to === undefined) return null
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-end gap-3">
        <div className="min-w-48 flex-1">
          <SelectField
            label={handing ? words.handTo : words.offerTo}
            value={to}
            onChange={setChosen}
            options={people.map((id) => ({ value: id, label: names.full(id) }))}
          />
        </div>
        <ActButton act={handing ? { type: 'hand-over-role', role, personId: to } : { type: 'offer-role', role, personId: to }}>
          {handing ? t.hand : words.propose}
        </ActButton>
      </div>
      {!handing && <p className="text-second text-ink2">{words.rotation}</p>}
    </div>
  )
}
