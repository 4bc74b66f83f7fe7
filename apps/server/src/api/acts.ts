import { Hono } from 'hono'
import { toJsonSchema } from '@valibot/to-json-schema'
import { EnvelopeSchema, actSchemas, refuse } from '@clairiere/ritual'
import { addressOf } from '../access/origin.ts'
import { afterAct } from '../answers.ts'
import type { AppMeans } from '../app-means.ts'
import { answerRefusal, callerOf, enterAsPerson, readBody, type Env } from './request.ts'

/** Acts over HTTP: the same room judges them as over the socket, and the answer is the same. */
export function acts(means: AppMeans): Hono<Env> {
  return new Hono<Env>().post('/:id/acts', async (c) => {
    const entered = await enterAsPerson(c, means)
    if (!entered.ok) return answerRefusal(c, entered)
    if (!means.limits.acts.admits(addressOf(callerOf(c), means.config))) return answerRefusal(c, refuse('too-many'))
    const { meetingId, personId } = entered.value
    const body = await readBody(c, EnvelopeSchema)
    if (!body.ok) return answerRefusal(c, body)
    const judged = await means.rooms.within(meetingId, (room) => room.perform({ kind: 'person', personId }, body.value))
    if (judged === null) return answerRefusal(c, refuse('no-such-meeting'))
    const answer = await afterAct(judged, meetingId, means)
    // Whoever asks is known here: the person that the rule misses is one whom the act names.
    if (!answer.ok) return answer.refused === 'unknown-person' ? answerRefusal(c, answer, 409) : answerRefusal(c, answer)
    const { ok: _ok, ...said } = answer
    return c.json(said)
  })
}

/** JSON Schema of every act, made once. What a schema cannot say (control characters, well-formed text) is left to the server's answer. */
export function actSchemasApi(): Hono<Env> {
  const schemas = Object.fromEntries(
    Object.entries(actSchemas).map(([type, schema]) => [type, toJsonSchema(schema, { errorMode: 'ignore', typeMode: 'input' })]),
  )
  return new Hono<Env>().get('/', (c) => c.json(schemas))
}
