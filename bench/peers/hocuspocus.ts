import { Server } from '@hocuspocus/server'

/** Hocuspocus with its own defaults and no store extension. */
const server = new Server({ port: Number(process.env['PORT']), address: '127.0.0.1', quiet: true })
await server.listen()
