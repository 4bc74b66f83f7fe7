import { registers, comparesMinutes, seals, settlesDown, transmits } from './december/after.ts'
import { arrives, welcomes } from './december/arrival.ts'
import { takesABreak } from './december/break.ts'
import { Circle } from './december/circle.ts'
import { handsOver, partsWays, saysGoodbye } from './december/closing.ts'
import {
  adopts,
  amendsOnce,
  closesTheDecision,
  findsConsent,
  hearsTheProposal,
  integratesIt,
  meetsAnObjection,
} from './december/consent.ts'
import { answersFeedback, hearsFeedback } from './december/feedback.ts'
import { asksForAdvice, circulates } from './december/items.ts'
import { breathesTogether, stopsEverything } from './december/pause.ts'
import { followsUp, sharesWeather, welcomesNassim } from './december/weather.ts'
import { worksTogether } from './december/workshop.ts'
import { expect, test } from './hall.ts'

test.use({ clock: 'manual' })

/**
 * Thursday 3 December 2026, 18:00–19:30, as ritual.md §3.2 tells it: fourteen people, two laptops and six phones in browsers, by what people see and tap. Each step
 * is a chapter of `december/`, which is also the way to learn what an evening is. The clock on the wall is the only thing the test moves by itself.
 */
test('the whole evening of 3 December, from the link to the minutes in three wikis [AC-01, AC-08, AC-25, AC-28]', async ({ hall }) => {
  test.setTimeout(300_000)
  const circle = new Circle(hall)
  let address = ''
  const chapters: readonly (readonly [string, () => Promise<void>])[] = [
    ['17:50 people come in', () => arrives(circle)],
    ['18:00 welcome, roles, frame', () => welcomes(circle)],
    ['18:05 weather', () => sharesWeather(circle)],
    ['18:14 follow-up', () => followsUp(circle)],
    ['18:18 a decision circulates, Nassim arrives', () => circulates(circle, () => welcomesNassim(circle))],
    ['18:24 a feedback heats up', () => hearsFeedback(circle)],
    ['18:29 a tension welcomed, an answer', () => answersFeedback(circle)],
    ['18:35 six advices', () => asksForAdvice(circle)],
    ['18:46 a break', () => takesABreak(circle)],
    ['18:50 a proposal, questions, feelings', () => hearsTheProposal(circle)],
    ['18:59 an amendment', () => amendsOnce(circle)],
    ['19:00 an objection', () => meetsAnObjection(circle)],
    ['19:01 everything stops', () => stopsEverything(circle)],
    ['19:01 silence, one turn', () => breathesTogether(circle)],
    ['19:05 the objection is integrated', () => integratesIt(circle)],
    ['19:09 consent', () => findsConsent(circle)],
    ['19:10 adoption', () => adopts(circle)],
    ['19:12 three actions', () => closesTheDecision(circle)],
    ['19:12 the workshop', () => worksTogether(circle)],
    ['19:20 closing round', () => saysGoodbye(circle)],
    ['19:27 a tension handed over', () => handsOver(circle)],
    ['19:28 wrap-up', () => partsWays(circle)],
    ['4 December, transmission', async () => void (address = await transmits(circle))],
    ['10 December, settling', () => settlesDown(circle)],
    ['11 December, two keys', () => seals(circle)],
    ['byte for byte', () => comparesMinutes(circle)],
    ['the structure registers', () => registers(circle, address)],
  ]
  await circle.sitsDown()
  for (const [name, chapter] of chapters) await test.step(name, chapter)
  expect(circle.reloads, 'pages loaded again since everybody was in').toBe(0)
  circle.leaves()
})
