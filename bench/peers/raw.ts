import { WebSocketServer, type WebSocket } from 'ws'

/** The floor, not a peer: relays every frame to the others of its room, keeps nothing, understands nothing. */
const rooms = new Map<string, Set<WebSocket>>()
const server = new WebSocketServer({ port: Number(process.env['PORT']), host: '127.0.0.1', perMessageDeflate: false })

const isUpdate = (data: Buffer): boolean => data[0] === 0 && data[1] === 2
const isPresence = (data: Buffer): boolean => data[0] === 1

server.on('connection', (socket, request) => {
  const name = request.url ?? '/'
  const room = rooms.get(name) ?? new Set()
  rooms.set(name, room.add(socket))
  // An empty SyncStep2, so that the clients of the bench are told they are in.
  socket.send(Uint8Array.of(0, 1, 2, 0, 0))
  socket.on('message', (data: Buffer) => {
    if (!isUpdate(data) && !isPresence(data)) return
    for (const other of room) if (other.readyState === other.OPEN) other.send(data)
  })
  socket.on('close', () => room.delete(socket))
})
