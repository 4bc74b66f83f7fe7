import {
  BatteryLow,
  Bookmark,
  CircleAlert,
  CircleCheck,
  CircleQuestionMark,
  CircleSlash,
  Cloud,
  CloudFog,
  CloudLightning,
  CloudRain,
  CloudSun,
  Compass,
  Flag,
  Gauge,
  Heart,
  Megaphone,
  MessagesSquare,
  Sparkles,
  Sun,
  Wind,
} from 'lucide-react'
import { useState } from 'react'
import { Acronym } from '../ui/acronym.tsx'
import { Section } from '../ui/band.tsx'
import { ChoiceGroup } from '../ui/choice-group.tsx'
import { ChoiceRow } from '../ui/choice-row.tsx'
import { ChoiceCard, ChoiceCell, ChoiceSegment, ChoiceTile } from '../ui/choice-tile.tsx'
import { Disc, type Ground } from '../ui/disc.tsx'
import { LongField } from '../ui/field.tsx'
import { Icon, type IconShape } from '../ui/icon.tsx'
import { NumberChoice } from '../ui/number-choice.tsx'
import { RainbowIcon } from '../ui/rainbow-icon.tsx'
import { type Tone, toneText } from '../ui/tone.ts'

export const skies: readonly { id: string; ground: Ground; icon: IconShape; label: string }[] = [
  { id: 'sun', ground: 'sun', icon: Sun, label: 'soleil' },
  { id: 'clearing', ground: 'clearing', icon: CloudSun, label: 'éclaircies' },
  { id: 'rainbow', ground: 'raised', icon: RainbowIcon, label: 'arc-en-ciel' },
  { id: 'clouds', ground: 'clouds', icon: Cloud, label: 'nuages' },
  { id: 'wind', ground: 'wind', icon: Wind, label: 'vent' },
  { id: 'fog', ground: 'fog', icon: CloudFog, label: 'brouillard' },
  { id: 'rain', ground: 'rain', icon: CloudRain, label: 'pluie' },
  { id: 'storm', ground: 'storm', icon: CloudLightning, label: 'orage' },
  { id: 'pass', ground: 'seat', icon: CircleSlash, label: 'je passe' },
]

const feelings: readonly { id: string; tone: Tone; icon: IconShape; label: string }[] = [
  { id: 'tension', tone: 'tension', icon: Flag, label: 'tension' },
  { id: 'fatigue', tone: 'fatigue', icon: BatteryLow, label: 'fatigue' },
  { id: 'pace', tone: 'moss', icon: Gauge, label: 'rythme' },
  { id: 'voice', tone: 'moss', icon: Megaphone, label: 'parole déséquilibrée' },
  { id: 'confusion', tone: 'moss', icon: CircleQuestionMark, label: 'fil perdu' },
  { id: 'clash', tone: 'moss', icon: MessagesSquare, label: 'ping-pong' },
  { id: 'emotion', tone: 'moss', icon: Heart, label: 'émotion forte' },
  { id: 'frame', tone: 'moss', icon: Compass, label: 'entorse au cadre' },
  { id: 'joy', tone: 'joy', icon: Sparkles, label: 'joie, gratitude' },
]

export function SkyChoice() {
  const [sky, setSky] = useState<string | null>('clearing')
  return (
    <ChoiceGroup label="Quelle est ta météo ?" labelHidden layout="tiles" value={sky} onChange={setSky}>
      {skies.map(({ id, ground, icon, label }) => (
        <ChoiceTile key={id} value={id} label={label} disc={<Disc ground={ground} icon={icon} />} />
      ))}
    </ChoiceGroup>
  )
}

export function Choices() {
  const [position, setPosition] = useState<string | null>('concern')
  const [reason, setReason] = useState('La gratuité peut laisser la SCI seule face au chauffage.')
  const [feeling, setFeeling] = useState<string | null>('tension')
  const [voice, setVoice] = useState<string | null>('tilleul')
  const [shown, setShown] = useState<string | null>('both')
  const [worth, setWorth] = useState<number | null>(4)
  return (
    <>
      <Section title="Tuiles">
        <div className="py-4">
          <SkyChoice />
        </div>
      </Section>
      <Section title="Grille">
        <div className="py-4">
          <ChoiceGroup label="Que sens-tu ?" labelHidden layout="cells" value={feeling} onChange={setFeeling}>
            {feelings.map(({ id, tone, icon, label }) => (
              <ChoiceCell key={id} value={id} label={label} disc={<Icon shape={icon} className={`size-6 ${toneText[tone]}`} />} />
            ))}
          </ChoiceGroup>
        </div>
      </Section>
      <Section title="Rangées">
        <div className="flex flex-col gap-3 py-4">
          <ChoiceGroup label="Pour qui parles-tu ?" labelHidden layout="pair" value={voice} onChange={setVoice}>
            <ChoiceCard value="tilleul" label="SCI Le Tilleul" second="gérant" />
            <ChoiceCard value="coop" label="Coop du Tilleul" second="à dire ensuite" />
          </ChoiceGroup>
          <ChoiceGroup label="As-tu une objection ?" labelHidden value={position} onChange={setPosition}>
            <ChoiceRow value="none" icon={CircleCheck} label="pas d’objection" />
            <ChoiceRow value="concern" icon={Bookmark} label="pas d’objection, une réserve">
              <LongField label="Ta réserve" labelHidden value={reason} onChange={setReason} />
            </ChoiceRow>
            <ChoiceRow value="objection" icon={CircleAlert} label="j’ai une objection" />
            <ChoiceRow value="unclear" icon={CircleQuestionMark} label="je ne comprends pas encore" />
          </ChoiceGroup>
        </div>
      </Section>
      <Section title="Segments et nombres">
        <div className="flex flex-col gap-6 py-4">
          <ChoiceGroup label="Attribution" labelHidden layout="segments" value={shown} onChange={setShown}>
            <ChoiceSegment value="both" label="nom et voix" />
            <ChoiceSegment value="voice" label="voix seule" />
            <ChoiceSegment value="none" label="sans nom" />
          </ChoiceGroup>
          <NumberChoice
            label="Ce temps, pour toi ?"
            aside={<Acronym short="ROTI" long="return on time invested : ce que ce temps t’a apporté" />}
            value={worth}
            onChange={setWorth}
            sentences={[
              'Temps perdu.',
              'Utile, sans valoir le temps passé.',
              'Équilibré.',
              'J’y ai gagné plus que le temps passé.',
              'Bien plus.',
            ]}
          />
        </div>
      </Section>
    </>
  )
}
