import { Ear, Search } from 'lucide-react'
import { useState } from 'react'
import { Section } from '../ui/band.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Check, Chip } from '../ui/check.tsx'
import { CopyField } from '../ui/copy-field.tsx'
import { Field, LongField, SelectField } from '../ui/field.tsx'
import { QrCode } from '../ui/qr-code.tsx'

const address = 'http://192.168.1.20:4100/m/01JDGZ4Q8N0V5X2B7K3M9R6T1W#eyJrZXkiOiJleGVtcGxlIn0'

export function Controls() {
  const [name, setName] = useState('Katell Guéguen')
  const [word, setWord] = useState('Je retiens qu’une objection peut améliorer une règle.')
  const [quality, setQuality] = useState('référente')
  const [voices, setVoices] = useState<readonly string[]>(['écoute'])
  const [frame, setFrame] = useState('ecosystem')
  const tick = (id: string) => (on: boolean) => setVoices(on ? [...voices, id] : voices.filter((voice) => voice !== id))
  return (
    <>
      <Section title="Boutons">
        <div className="flex flex-col items-start gap-3 py-4">
          <Button kind="act" wide>
            Dire ma météo
          </Button>
          <Button kind="act">Poser la question à Dario</Button>
          <Button icon={Ear} wide>
            Souffler au guet
          </Button>
          <Button disabled>Un instant…</Button>
          <LinkButton kind="link" icon={Search} href="/gallery">
            Voir les 12 structures et commissions
          </LinkButton>
          <Button kind="quiet">Je me mets en retrait</Button>
        </div>
      </Section>
      <Section title="Champs">
        <div className="flex flex-col gap-6 py-4">
          <Field
            label="Ton prénom et ton nom"
            value={name}
            onChange={setName}
            autoComplete="name"
            seenBy="Tout le monde voit ton nom et ta voix. Ce qui se dit à la météo reste dans le cercle."
          />
          <Field label="Ton prénom et ton nom" value="Élise" onChange={setName} error="Une Élise est déjà là : écris ton nom en entier." />
          <LongField
            label="Avec quoi je repars ?"
            value={word}
            onChange={setWord}
            hint="Un mot ou une phrase."
            seenBy="Lu par le cercle, puis effacé."
          />
          <div className="grid grid-cols-[3fr_2fr] gap-3">
            <Field label="Date" type="date" value="2026-12-03" onChange={() => undefined} />
            <Field label="Heure" type="time" value="18:00" onChange={() => undefined} />
          </div>
          <SelectField
            label="Trame"
            value={frame}
            onChange={setFrame}
            options={[
              { value: 'ecosystem', label: 'Réunion écosystème' },
              { value: 'commission', label: 'Réunion de commission' },
            ]}
          />
        </div>
      </Section>
      <Section title="Cases">
        <div className="divide-y divide-line border-b border-line">
          <Check label="commission Écoute-médiation" checked={voices.includes('écoute')} onChange={tick('écoute')}>
            <Field labelBeside label="en qualité de" value={quality} onChange={setQuality} />
          </Check>
          <Check label="En mon nom" checked={voices.includes('mon nom')} onChange={tick('mon nom')} />
          <Check
            label="Association L’Abeille"
            second="déjà portée par Nadia"
            checked={voices.includes('abeille')}
            onChange={tick('abeille')}
          />
        </div>
        <div className="flex flex-wrap gap-2 py-4">
          {['Élise', 'Gwenola', 'Capucine'].map((person) => (
            <Chip key={person} label={person} checked={voices.includes(person)} onChange={tick(person)} />
          ))}
        </div>
      </Section>
      <Section title="Liens">
        <div className="flex flex-col gap-4 py-4">
          <QrCode text={address} label="Carré pour participer" />
          <CopyField label="Lien pour participer" text={address} />
        </div>
      </Section>
    </>
  )
}
