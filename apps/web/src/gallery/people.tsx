import { Section } from '../ui/band.tsx'
import { Disc } from '../ui/disc.tsx'
import { type Dot, Ring } from '../ui/ring.tsx'
import { type Seat, SeatRing } from '../ui/seat-ring.tsx'
import { Vault } from '../ui/vault.tsx'
import { skies } from './choices.tsx'

const names = [
  'Awa',
  'Baptiste',
  'Capucine',
  'Dario',
  'Élise',
  'Farid',
  'Gwenola',
  'Hugo',
  'Inès',
  'Jo',
  'Katell',
  'Léonard',
  'Maïwenn',
  'Nadia',
]

export const seats: readonly Seat[] = names.map((name, index) => ({
  id: name,
  initials: name.slice(0, 2),
  label: index === 3 ? `${name}, a la parole` : index === 12 ? `${name}, observe` : name,
  look: index === 3 ? 'haloed' : index === 12 ? 'outlined' : 'full',
}))

export const dots: readonly Dot[] = names.map(() => 'full')

const sky = skies
  .filter(({ id }) => id !== 'rainbow' && id !== 'pass' && id !== 'rain')
  .flatMap((one, index) => Array.from({ length: [4, 4, 2, 0, 1, 1][index] ?? 0 }, (_, n) => ({ ...one, key: `${one.id}${n}` })))

export function People() {
  return (
    <>
      <Section title="Anneaux">
        <div className="flex flex-col gap-8 py-4">
          <div className="flex flex-wrap gap-6">
            {[1, 2, 14, 40, 150].map((count) => (
              <Ring key={count} dots={Array.from({ length: count }, () => 'full')} label={`${count} personnes`}>
                {count}
              </Ring>
            ))}
            <Ring dots={Array.from({ length: 13 }, (_, index) => (index < 9 ? 'full' : 'outlined'))} tone="ink" label="9 réponses sur 13">
              9
            </Ring>
          </div>
          <Ring
            size="large"
            label="Inès a la parole, 3 personnes ont parlé, 10 attendent"
            dots={names.slice(1).map((_, index) => (index < 3 ? 'full' : index === 3 ? 'now' : 'outlined'))}
          >
            <span className="text-ink2">La parole est à</span>
            <span className="said text-name">Inès</span>
            <span className="text-second text-ink2">GT Planification</span>
          </Ring>
          <SeatRing seats={seats} label="Cercle">
            <span className="said text-title">Dario</span>
            <span className="text-second text-ink2">a la parole</span>
          </SeatRing>
          <SeatRing
            seats={Array.from({ length: 60 }, (_, index) => ({
              id: `${index}`,
              initials: 'Aa',
              label: `Personne ${index + 1}`,
              look: index % 7 ? 'full' : 'away',
            }))}
            label="Grand cercle"
          >
            <span className="said text-title">60</span>
          </SeatRing>
        </div>
      </Section>
      <Section title="Voûte">
        <div className="flex flex-col gap-8 py-4">
          <Vault discs={sky.map(({ key, ground, icon }) => ({ id: key, disc: <Disc size="vault" ground={ground} icon={icon} /> }))}>
            <span className="said text-watched">12</span>
            <span className="said text-proposal">météos dans le ciel</span>
            <span className="text-second text-ink2">et 1 personne passe</span>
          </Vault>
          <Vault
            discs={skies.slice(0, 7).map(({ id, ground, icon }, index) => ({
              id,
              count: index * 4 + 1,
              disc: <Disc size="vault" ground={ground} icon={icon} />,
            }))}
          >
            <span className="said text-watched">91</span>
          </Vault>
        </div>
      </Section>
    </>
  )
}
