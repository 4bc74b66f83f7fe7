import { CircleDot, Leaf, List, UsersRound } from 'lucide-react'
import { useState } from 'react'
import { BottomBar } from '../ui/bottom-bar.tsx'
import { Button } from '../ui/button.tsx'
import { Clock } from '../ui/clock.tsx'
import { Field } from '../ui/field.tsx'
import { Header } from '../ui/header.tsx'
import { Page, Title } from '../ui/page.tsx'
import { Ring } from '../ui/ring.tsx'
import { SavedMark } from '../ui/saved-mark.tsx'
import { TimeLine } from '../ui/time-line.tsx'
import { SkyChoice } from './choices.tsx'
import { dots } from './people.tsx'
import { evening } from './read-words.tsx'

/** A phone's whole screen out of the pieces: header, one question, one act, the bar. */
export function PhoneScreen() {
  const [word, setWord] = useState('J’ai hâte d’avancer sur la salle.')
  return (
    <Page
      header={
        <Header
          brand="Clairière"
          title="Réunion écosystème du jeudi 3 décembre 2026"
          phase="Tour météo"
          ring={
            <Ring dots={dots} label="14 personnes">
              14
            </Ring>
          }
          saved={<SavedMark state={{ kind: 'saved' }} />}
          clock={<Clock at={evening} />}
          timeLine={<TimeLine part={0.25} square />}
        />
      }
      foot={
        <Button kind="act" wide>
          Dire ma météo
        </Button>
      }
      bar={
        <BottomBar
          label="Lieux de la réunion"
          current="now"
          places={[
            { id: 'now', label: 'Maintenant', icon: CircleDot, href: '/gallery?screen=phone' },
            { id: 'agenda', label: 'Ordre du jour', icon: List, href: '/gallery?screen=phone' },
            { id: 'circle', label: 'Cercle', icon: UsersRound, href: '/gallery?screen=phone' },
            { id: 'mood', label: 'Ambiance', icon: Leaf, href: '/gallery?screen=phone', count: { shown: 2, label: '2 murmures' } },
          ]}
        />
      }
    >
      <Title after="Éclaircies : ça se dégage.">Quelle est ta météo ?</Title>
      <div className="mt-3">
        <SkyChoice />
      </div>
      <div className="mt-3">
        <Field
          label="Un mot, si tu veux"
          value={word}
          onChange={setWord}
          seenBy="Vu par le cercle. Le compte rendu ne garde que les nombres, jamais les mots."
        />
      </div>
    </Page>
  )
}
