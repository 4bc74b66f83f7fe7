import type { Decision, PersonId } from '@clairiere/ritual'
import { useState } from 'react'
import { useT } from '../i18n/words.tsx'
import { useAct, useAllowed } from '../room/use-act.ts'
import { useNames } from '../room/use-names.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/field.tsx'

const NOBODY = ''

/** Facilitation proposes a person after the reasons, or another one while objections are integrated; the others read whom. */
export function ProposedPerson({ decision }: { decision: Decision }) {
  const t = useT('decisions').election.moves
  const names = useNames()
  const act = useAct()
  const holder = decision.card?.holder
  const other = names.sorted.find(({ id }) => id !== holder)?.id ?? NOBODY
  const may = useAllowed({ type: 'nominate', decisionId: decision.id, personId: other }).allowed
  const [chosen, setChosen] = useState<PersonId>(NOBODY)
  const propose = async () => {
    if (chosen !== NOBODY && (await act({ type: 'nominate', decisionId: decision.id, personId: chosen })).ok) setChosen(NOBODY)
  }
  return (
    <div className="flex flex-col gap-4">
      <p className={holder === undefined ? 'text-ink2' : 'said text-head'}>
        {holder === undefined ? t.waits : t.proposed(names.full(holder))}
      </p>
      {may && (
        <div className="flex flex-col items-start gap-3">
          <div className="w-full max-w-110">
            <SelectField
              label={holder === undefined ? t.propose : t.another}
              hint={t.proposeHint}
              value={chosen}
              onChange={setChosen}
              options={[
                { value: NOBODY, label: t.choose },
                ...names.sorted
                  .filter(({ id, presence }) => id !== holder && presence !== 'left')
                  .map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </div>
          <Button disabled={chosen === NOBODY} onClick={() => void propose()}>
            {t.act}
          </Button>
        </div>
      )}
    </div>
  )
}
