/** Loaded before the server when another process starts it (`node --import`): the end of that process, however sudden, ends this one. */
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
