import { Ear, Flag, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { FullPause } from '../ui/full-pause.tsx'
import { Menu } from '../ui/menu.tsx'
import { Sheet } from '../ui/sheet.tsx'
import { Strip } from '../ui/strip.tsx'
import { useSay } from '../ui/toasts.tsx'

function Faulty(): never {
  throw new Error('asked for in the gallery')
}

export function Overlays() {
  const [sheet, setSheet] = useState(false)
  const [pause, setPause] = useState(false)
  const [broken, setBroken] = useState(false)
  const [draft, setDraft] = useState('')
  const say = useSay()
  return (
    <Section title="Ce qui vient par-dessus">
      <div className="flex flex-col items-start gap-3 py-4">
        <Button onClick={() => setSheet(true)}>Ouvrir la feuille</Button>
        <Button onClick={() => setPause(true)}>Mettre en pause</Button>
        <Button onClick={() => say('Tension levée, vigilance.', () => say('Annulé.'))}>Lever un signal</Button>
        <Menu
          label="Faire tourner"
          icon={Settings2}
          entries={['Animer', 'Veiller', 'Écrire'].map((label) => ({ id: label, label, onAct: () => say(label) }))}
        />
        <Field label="Un brouillon" value={draft} onChange={setDraft} />
        <Button onClick={() => setBroken(true)}>Casser l’écran</Button>
        {broken && <Faulty />}
      </div>
      <Strip icon={Flag} tone="tension" word="Tension" onDismiss={() => undefined}>
        Je sens que ça se tend.
      </Strip>
      <Sheet
        open={sheet}
        onClose={() => setSheet(false)}
        title="Souffler au guet"
        foot={
          <Button kind="act" wide>
            Souffler
          </Button>
        }
      >
        <Field label="Ce que tu veux dire" value={draft} onChange={setDraft} seenBy="Le guet seulement, sans ton nom." />
      </Sheet>
      {pause && (
        <FullPause
          icon={Flag}
          tone="tension"
          word="tension"
          title="Pause"
          response="minute de silence"
          people={14}
          part={0.63}
          lead={'Le guet propose un temps.\nIl n’y a rien à faire.'}
          wayOut={
            <Button icon={Ear} wide onClick={() => setPause(false)}>
              Souffler au guet
            </Button>
          }
        >
          Le minuteur est arrêté, rien n’est perdu. La facilitation rouvrira le point.
        </FullPause>
      )}
    </Section>
  )
}
