import { useT } from '../i18n/words.tsx'
import { ActButton } from '../room/act-button.tsx'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { Band } from '../ui/band.tsx'
import { offerTitle } from './offer-words.ts'

/** Roles asked of this person: accepted or declined in one tap, without a reason [C6]. */
export function MyOffers() {
  const t = useT('circle')
  const labels = useLabels().people.roles
  const names = useNames()
  const { me } = useMine()
  const roles = useBoard((board) => board.roles)
  const offers = Object.values(roles).flatMap((seat) =>
    seat.offers.filter((offer) => offer.personId === me).map((offer) => ({ role: seat.role, offer })),
  )
  return offers.map(({ role, offer }) => (
    <Band key={role} title={offerTitle(offer, labels[role].label, names, t)}>
      <p>{labels[role].says}</p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <ActButton act={{ type: 'accept-role', role }}>{t.accept}</ActButton>
        <ActButton kind="quiet" act={{ type: 'decline-role', role }}>
          {t.decline}
        </ActButton>
        <span className="text-second text-ink2">{t.declineHint}</span>
      </div>
    </Band>
  ))
}
