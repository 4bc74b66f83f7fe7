import { Explained } from '../ui/acronym.tsx'
import { Band, EmptyState, Line, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { Clock } from '../ui/clock.tsx'
import { Diff } from '../ui/diff.tsx'
import { KeyCap } from '../ui/key-cap.tsx'
import { Progress } from '../ui/progress.tsx'
import { Path, Rail, type Step } from '../ui/rail.tsx'
import { SavedMark } from '../ui/saved-mark.tsx'
import { SeenBy } from '../ui/seen-by.tsx'
import { Table } from '../ui/table.tsx'
import { TimeLine } from '../ui/time-line.tsx'

export const evening = Date.UTC(2026, 11, 3, 18, 6)

export const before =
  'Du 1er janvier au 30 juin 2027, la salle commune de Lustrac, cuisine comprise, se réserve sur un calendrier partagé unique tenu par le GT Planification. Toute fermeture est annoncée au moins 72 heures à l’avance, sauf urgence de sécurité. Chaque structure utilisatrice verse à la SCI Le Tilleul 10 € ou 10 Abeilles par demi-journée.'
export const after =
  'Du 1er janvier au 30 juin 2027, la salle commune de Lustrac, cuisine comprise, se réserve sur un calendrier partagé unique tenu par le GT Planification. Toute fermeture est annoncée au moins 72 heures à l’avance, sauf urgence de sécurité. Les usages sans recette sont gratuits ; les usages avec recette versent à la SCI Le Tilleul 10 € ou 10 Abeilles par demi-journée. Un point d’étape sur les coûts de chauffage a lieu fin mars 2027.'

function stepsOf(labels: readonly string[], now: number): readonly Step[] {
  return labels.map((label, index) => ({ id: label, label, state: index < now ? 'done' : index === now ? 'now' : 'next' }))
}

export const decision = stepsOf(
  ['proposition', 'clarifications', 'ressentis', 'amendement', 'objections', 'intégration', 'bonifications', 'adoption'],
  5,
)
export const objection = stepsOf(['accueillie', 'intégrée en version 3', 'levée par Dario', 'confirmée par Capucine'], 1)

const rows = [
  { ref: 'ECO-2026-031', title: 'Charte d’usage de la salle commune de Lustrac', cost: 120 },
  { ref: 'ECO-2026-032', title: 'Ouvrir l’épicerie le dimanche matin', cost: 48 },
]

export function ReadWords() {
  return (
    <>
      <Section title="Étapes">
        <div className="flex flex-col gap-6 py-4">
          <Rail steps={decision} label="Étapes de la décision" summary="étape 6 sur 8 :" />
          <Rail steps={stepsOf(['accueil', 'météo', 'suivi', 'points', 'clôture'], -1)} label="Trame" />
          <Path steps={objection} label="Chemin de l’objection" />
        </div>
      </Section>
      <Section title="Temps">
        <div className="flex flex-col gap-4 py-4">
          <Clock at={evening} size="phone" />
          <Clock at={evening} size="laptop" />
          <Clock at={evening} size="wall" />
          <p>
            <span className="said text-title">8 min</span> <span className="text-second text-ink2">restantes sur 20</span>
          </p>
          <TimeLine part={0.6} />
          <Progress label="Le compte rendu se prépare…" part={0.4} />
          <Progress label="Envoi en cours…" />
        </div>
      </Section>
      <Section title="Enregistré">
        <div className="flex flex-col gap-2 py-4">
          <SavedMark state={{ kind: 'saved' }} />
          <SavedMark state={{ kind: 'sending' }} />
          <SavedMark state={{ kind: 'offline', kept: 3, loose: 0 }} />
          <SavedMark state={{ kind: 'filtered', kept: 2, loose: 0 }} />
          <SavedMark state={{ kind: 'not-saving' }} />
          <SavedMark state={{ kind: 'refused' }} />
        </div>
      </Section>
      <Section title="Texte qui porte ses changements" aside="Capucine écrit">
        <p className="said-long py-4 text-proposal">
          <Diff before={before} after={after} />
        </p>
      </Section>
      <Band title="Ton avis est attendu">
        <p>
          <Explained
            text="Cela touche la SCI Le Tilleul : tu parles à ce titre, avec la SCIC QRT et la SCI."
            glossary={{ SCI: 'société civile immobilière', SCIC: 'société coopérative d’intérêt collectif' }}
          />
        </p>
        <Button kind="act" wide>
          Donner mon avis
        </Button>
      </Band>
      <Section title="Avis donnés" aside="2">
        <Lines>
          <Line title="Dario" second="SCIC QRT" aside={<span className="text-second text-ink2">impact</span>}>
            Favorable si les livraisons n’arrivent pas avant 9 h 30.
          </Line>
          <Line second="sans nom" aside={<Button kind="link">Entendu</Button>}>
            « Je me sens attaqué. »
          </Line>
        </Lines>
        <SeenBy>Vu par le cercle, sans aucun nom.</SeenBy>
      </Section>
      <Section title="Rien encore">
        <EmptyState act={<Button kind="link">Proposer un point</Button>}>
          L’ordre du jour se construit à plusieurs : chaque personne peut y apporter un point.
        </EmptyState>
      </Section>
      <Table
        caption="Décisions"
        columns={[
          { id: 'ref', title: 'Référence', cell: (row) => <span className="whitespace-nowrap">{row.ref}</span>, names: true },
          { id: 'title', title: 'Décision', cell: (row) => row.title },
          { id: 'cost', title: 'Coût', cell: (row) => `${row.cost} €`, number: true },
        ]}
        rows={rows}
        keyOf={(row) => row.ref}
      />
      <p>
        <KeyCap>?</KeyCap> raccourcis
      </p>
    </>
  )
}
