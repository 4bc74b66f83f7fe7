import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { limitSilent, patience } from './patience.ts'
import { until } from './room/test/until.ts'

const started: Server[] = []
const streams: Socket[] = []
afterEach(() => {
  for (const stream of streams.splice(0)) stream.destroy()
  for (const server of started.splice(0)) server.close()
})

const serve = async (given: { most: number; options?: object; isProxy?: () => boolean }): Promise<number> => {
  const server = createServer(given.options ?? patience, (_request, response) => response.end('oui'))
  started.push(server)
  limitSilent(server, given.most, given.isProxy ?? (() => false))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const HALF = 'GET / HTTP/1.1\r\nHost: x\r\n'

/** A caller who begins a request; `heard` is all the server says, `gone` that it hung up. */
const call = async (port: number) => {
  const caller = { stream: connect(port, '127.0.0.1'), heard: '', gone: false }
  streams.push(caller.stream)
  caller.stream.on('data', (chunk) => (caller.heard += String(chunk)))
  caller.stream.on('error', () => undefined)
  caller.stream.on('close', () => (caller.gone = true))
  await once(caller.stream, 'connect')
  caller.stream.write(HALF)
  return caller
}

test('one address has so many connections that have said nothing whole; whoever speaks makes room for the next, whoever goes too', async () => {
  const port = await serve({ most: 2 })
  const [first, second] = [await call(port), await call(port)]
  const third = await call(port)
  await until('the third is hung up on', () => third.gone)
  expect([third.heard, first.gone, second.gone]).toEqual(['', false, false])
  first.stream.write('\r\n')
  await until('the first is answered', () => first.heard.endsWith('oui'))
  const fourth = await call(port)
  fourth.stream.write('\r\n')
  await until('the fourth is answered', () => fourth.heard.endsWith('oui'))
  second.stream.destroy()
  let open = 0
  await until('the server has seen it go', () => {
    started[0]?.getConnections((_fault, count) => (open = count))
    return open === 2
  })
  const late = [await call(port), await call(port)]
  for (const caller of late) caller.stream.write('\r\n')
  await until('both are answered', () => late.every(({ heard }) => heard.endsWith('oui')))
})

test('a trusted proxy brings as many as come', async () => {
  const port = await serve({ most: 1, isProxy: () => true })
  const callers = [await call(port), await call(port), await call(port)]
  for (const caller of callers) caller.stream.write('\r\n')
  await until('all are answered', () => callers.every(({ heard }) => heard.endsWith('oui')))
  expect(callers.some(({ gone }) => gone)).toBe(false)
})

test('whoever does not end the head of a request is told 408, and sooner than Node would', async () => {
  const port = await serve({ most: 1, options: { ...patience, headersTimeout: 40, connectionsCheckingInterval: 20 } })
  const caller = await call(port)
  await until('given up', () => caller.gone)
  expect(caller.heard).toMatch(/^HTTP\/1\.1 408 /)
  expect(patience.headersTimeout + patience.connectionsCheckingInterval).toBeLessThanOrEqual(25_000)
})
