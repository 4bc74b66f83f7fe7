const WORDS = new Set(['text', 'search', 'url', 'email', 'tel'])

/** Every text a person was writing under `page`, in reading order, each once: fields and editable texts; not dates, choices or passwords. */
export function typedIn(page: HTMLElement): readonly string[] {
  const texts = new Set<string>()
  for (const place of page.querySelectorAll('input, textarea, [contenteditable="true"]')) {
    let text = ''
    if (place instanceof HTMLTextAreaElement) text = place.value
    else if (place instanceof HTMLInputElement) text = WORDS.has(place.type) && !place.readOnly ? place.value : ''
    else text = place.textContent ?? ''
    if (text.trim()) texts.add(text.trim())
  }
  return [...texts]
}
