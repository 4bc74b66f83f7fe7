import { isOver, type AdviceAsked, type AdviceGiven, type AdviceRequest, type Item } from '@clairiere/ritual'
import { useT } from '../i18n/words.tsx'
import { useGlossary } from '../room/explain.tsx'
import { isNotMine } from '../room/act-button.tsx'
import { useAllowed } from '../room/use-act.ts'
import { useBoard } from '../room/use-board.ts'
import { useLabels } from '../room/use-labels.ts'
import { useNames } from '../room/use-names.ts'
import { useMine } from '../room/use-roles.ts'
import { useFirstVoice } from '../room/voice-fields.tsx'
import { Explained } from '../ui/acronym.tsx'
import { EmptyState, Lines, Section } from '../ui/band.tsx'
import { Button } from '../ui/button.tsx'
import { useReturnFocus } from '../ui/in-place.ts'
import { AnswerAdvice } from './answer-advice.tsx'
import { AskAdviceSheet, ConcludeAdviceSheet, SetAdviceSheet } from './advice-sheets.tsx'
import { useSayDay } from '../room/days.ts'
import { Entry } from './entry.tsx'
import { GiveAdviceSheet } from './give-advice.tsx'
import { answers, type PanelProps } from './opened.ts'
import { Signed } from './signed.tsx'

/** Asked and not heard yet; a structure by its voice, a person by their name. */
export const stillAwaited = (request: AdviceRequest): readonly AdviceAsked[] =>
  request.asked.filter(({ target }) => !request.given.some(({ voice, personId }) => voice === target || personId === target))

/** The advice process: what was advised in the order given, who is still awaited and until when, what the decider keeps, and what is decided [A10, A11, D3]. */
export function AdvicePanel({ item, opened, onOpen }: { item: Item } & PanelProps) {
  const t = useT('agenda')
  const request = useBoard((board) => board.advice[item.id])
  const { me } = useMine()
  const carries = item.carriers.includes(me) || item.replacement === me
  const leave = () => onOpen(null)
  return (
    <>
      {request ? (
        <Given request={request} opened={opened} onOpen={onOpen} />
      ) : (
        <Section title={t.advice.given}>
          <EmptyState>{t.advice.waiting}</EmptyState>
        </Section>
      )}
      {carries && <CarrierVerbs item={item} request={request} onOpen={onOpen} />}
      {request?.outcome && (
        <Section title={t.advice.outcome}>
          <p className="py-3 whitespace-pre-wrap">{request.outcome.text}</p>
        </Section>
      )}
      {opened === 'set-advice' && <SetAdviceSheet item={item} request={request} onClose={leave} />}
      {opened === 'ask-advice' && <AskAdviceSheet item={item} onClose={leave} />}
      {opened === 'give-advice' && <GiveAdviceSheet item={item} onClose={leave} />}
      {opened === 'conclude-advice' && <ConcludeAdviceSheet item={item} onClose={leave} />}
    </>
  )
}

function CarrierVerbs({ item, request, onOpen }: { item: Item; request: AdviceRequest | undefined; onOpen: PanelProps['onOpen'] }) {
  const t = useT('agenda').advice
  const target = item.structures[0] ?? item.carriers[0] ?? ''
  const asking = useAllowed({ type: 'ask-advice', itemId: item.id, target, as: 'impacted' })
  // After the end what was asked stays as it was asked; answers and the decision may still come [D3].
  const over = useBoard(({ meeting }) => isOver(meeting))
  if (!request || request.outcome || over) return null
  return (
    <div className="flex flex-wrap gap-x-5">
      {(asking.allowed || !isNotMine(asking.code)) && (
        <Button kind="link" onClick={() => onOpen('ask-advice')}>
          {t.ask}
        </Button>
      )}
      <Button kind="quiet" onClick={() => onOpen('set-advice')}>
        {t.reset}
      </Button>
    </div>
  )
}

function Given({ request, opened, onOpen }: { request: AdviceRequest } & PanelProps) {
  const t = useT('agenda').advice
  const { me } = useMine()
  const decides = request.decider === me
  return (
    <Section title={t.given}>
      {request.given.length === 0 ? (
        <EmptyState>{t.none}</EmptyState>
      ) : (
        <Lines label={t.given}>
          {request.given.map((given) => (
            <AdviceLine key={given.id} itemId={request.itemId} given={given} decides={decides} opened={opened} onOpen={onOpen} />
          ))}
        </Lines>
      )}
      <Awaiting request={request} />
      <GiveAfterwards request={request} onOpen={onOpen} />
      {decides && !request.outcome && request.given.length > 0 && (
        <div>
          <Button kind="link" onClick={() => onOpen('conclude-advice')}>
            {t.conclude}
          </Button>
        </div>
      )}
    </Section>
  )
}

/** During the meeting the band asks for it; after the end whoever gave none may still, until it is decided. */
function GiveAfterwards({ request, onOpen }: { request: AdviceRequest; onOpen: PanelProps['onOpen'] }) {
  const t = useT('agenda').awaited.giveAdvice
  const { me } = useMine()
  const over = useBoard(({ meeting }) => isOver(meeting))
  const may = useAllowed({ type: 'give-advice', itemId: request.itemId, as: 'free', voice: useFirstVoice(), text: '…' }).allowed
  const given = request.given.some(({ personId }) => personId === me)
  if (!over || !may || given || request.outcome || request.decider === me) return null
  return (
    <div>
      <Button kind="link" data-act="give-advice" onClick={() => onOpen('give-advice')}>
        {t.act}
      </Button>
    </div>
  )
}

function AdviceLine({ itemId, given, decides, opened, onOpen }: { itemId: string; given: AdviceGiven; decides: boolean } & PanelProps) {
  const back = useReturnFocus()
  const t = useT('agenda')
  const labels = useLabels().deciding
  const glossary = useGlossary()
  return (
    <Entry about={given.id} title={<Signed entry={given} />} aside={given.as === 'free' ? undefined : labels.adviceTitles[given.as]}>
      <p className="whitespace-pre-wrap">
        <Explained text={given.text} glossary={glossary} />
      </p>
      {given.answer && (
        <p className="text-second text-ink2">
          {labels.adviceAnswers[given.answer]}
          {given.why && ` : ${given.why}`}
        </p>
      )}
      {decides &&
        (answers(opened, given.id) ? (
          <AnswerAdvice
            itemId={itemId}
            given={given}
            onDone={() => {
              back.leave('answer')
              onOpen(null)
            }}
          />
        ) : (
          <Button ref={back.triggerOf('answer')} kind="link" onClick={() => onOpen({ answer: given.id })}>
            {given.answer ? t.edit : t.answer}
          </Button>
        ))}
    </Entry>
  )
}

/** « Attendus : SCI Le Tilleul (toi), GT Planification, commission Accueil-Intégration d’ici le 14 décembre. » */
function Awaiting({ request }: { request: AdviceRequest }) {
  const t = useT('agenda').advice
  const names = useNames()
  const sayDay = useSayDay()
  const people = useBoard((board) => board.people)
  const glossary = useGlossary()
  const { me } = useMine()
  const awaited = stillAwaited(request)
  if (awaited.length === 0) return null
  const said = awaited.map(({ target, expectedBy }) => {
    const person = people[target]
    const mine = target === me || people[me]?.voices.some(({ org }) => org === target) === true
    const name = person ? names.full(target) : names.org(target)
    const who = mine ? t.you(name) : name
    return expectedBy === undefined ? who : t.byDay(who, sayDay(expectedBy))
  })
  return (
    <p className="border-t border-line py-3 text-second text-ink2">
      {t.awaited} <Explained text={`${said.join(', ')}.`} glossary={glossary} />
    </p>
  )
}
