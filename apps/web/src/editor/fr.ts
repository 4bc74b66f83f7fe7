/** Around the common notes. */
export const fr = {
  write: 'Écrire ici',
  empty: 'Personne n’a encore écrit. Ces notes sont à tout le monde.',
  writing: (names: string) => `${names} écrit`,
  writingMany: (names: string) => `${names} écrivent`,
}
