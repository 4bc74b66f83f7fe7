import type { TestServer } from '../player/server.ts'

/** One value of `GET /metrics` by its whole name, labels included. A counter nobody has counted yet is 0; throws for a name the server does not know. */
export const metric = async (server: TestServer, name: string): Promise<number> => {
  const text = await (await fetch(`${server.url}/metrics`)).text()
  const line = text.split('\n').find((found) => found.startsWith(`${name} `))
  if (line !== undefined) return Number(line.slice(name.length + 1))
  const [family = name] = name.split('{')
  if (!text.includes(`# TYPE ${family} `)) throw new Error(`no metric ${family}`)
  return 0
}
