import { CircleAlert, Flag } from 'lucide-react'
import { Acronym } from '../ui/acronym.tsx'
import { Button } from '../ui/button.tsx'
import { Clock } from '../ui/clock.tsx'
import { Columns, SideSection } from '../ui/columns.tsx'
import { Diff } from '../ui/diff.tsx'
import { Header } from '../ui/header.tsx'
import { IconWord } from '../ui/icon.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { Title } from '../ui/page.tsx'
import { Path, Rail } from '../ui/rail.tsx'
import { Ring } from '../ui/ring.tsx'
import { SavedMark } from '../ui/saved-mark.tsx'
import { SeatRing } from '../ui/seat-ring.tsx'
import { TimeLine } from '../ui/time-line.tsx'
import { dots, seats } from './people.tsx'
import { after, before, decision, evening, objection } from './read-words.tsx'

/** A laptop's three columns out of the pieces. */
export function LaptopScreen() {
  return (
    <Columns
      leftLabel="Ordre du jour"
      rightLabel="Cercle"
      header={
        <Header
          brand="Clairière"
          title="Réunion écosystème du jeudi 3 décembre 2026"
          phase="Point 4 · intégration"
          ring={
            <Ring dots={dots} label="14 personnes">
              14
            </Ring>
          }
          saved={<SavedMark state={{ kind: 'saved' }} />}
          clock={<Clock at={evening} />}
        />
      }
      left={<p className="px-6 text-second font-strong text-ink2">Ordre du jour</p>}
      leftFoot={
        <div className="flex flex-col gap-2">
          <p>
            <span className="said text-clock">8 min</span> <span className="text-second text-ink2">restantes sur 20</span>
          </p>
          <TimeLine part={0.6} />
          <p className="text-second text-ink2">Pause de 4 min non comptée. À ce rythme, fin vers 19 h 34.</p>
        </div>
      }
      right={
        <>
          <SideSection title="Cercle" aside="14 personnes">
            <SeatRing seats={seats} label="Cercle">
              <span className="said text-title">Dario</span>
              <span className="text-second text-ink2">a la parole</span>
            </SeatRing>
          </SideSection>
          <SideSection title="Ambiance">
            <IconWord icon={Flag} tone="tension">
              <strong className="font-strong">tension</strong>, alerte
              <span className="block text-second text-ink2">accueillie, apaisée à 19 h 05</span>
            </IconWord>
          </SideSection>
          <p className="flex items-center justify-end gap-2 px-6 py-4 text-second text-ink2">
            <KeyCap>?</KeyCap> raccourcis
          </p>
        </>
      }
      foot={
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <p className="min-w-60 flex-1">
            <strong className="font-strong">Le texte répond-il à l’objection ?</strong>
            <span className="block text-second text-ink2">La lever revient à Dario.</span>
          </p>
          <Button kind="quiet">Revenir d’une étape</Button>
          <Button kind="act">Poser la question à Dario</Button>
        </div>
      }
    >
      <Title
        after={
          <>
            Décision par consentement, portée par Capucine Vasseur (<Acronym short="SCI" long="société civile immobilière" /> Le Tilleul)
          </>
        }
      >
        Charte d’usage de la salle commune de Lustrac
      </Title>
      <div className="py-5">
        <Rail steps={decision} label="Étapes de la décision" summary="étape 6 sur 8 :" />
      </div>
      <div className="flex justify-between gap-4 pb-1 text-second text-ink2">
        <h2 className="font-strong">Version 2, en train de devenir la version 3</h2>
        <span>Capucine écrit</span>
      </div>
      <p className="said-long border-b border-line pb-4 text-proposal">
        <Diff before={before} after={after} />
      </p>
      <section className="flex flex-col gap-2 py-4">
        <h2>
          <IconWord icon={CircleAlert}>
            <strong className="font-strong">Objection de Dario Menetti</strong> <span className="text-second text-ink2">SCIC QRT</span>
          </IconWord>
        </h2>
        <p className="ps-7">Une contribution pour tous les usages exclurait les rencontres sans budget, qui font vivre la communauté.</p>
        <div className="ps-7">
          <Path steps={objection} label="Chemin de l’objection" />
        </div>
      </section>
    </Columns>
  )
}
