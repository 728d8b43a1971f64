// Reading aloud with the voices of this computer. A voice that its maker computes elsewhere would send the text away, so it is
// never used.
export function localVoice(language: string): SpeechSynthesisVoice | undefined {
  if (!('speechSynthesis' in window)) return undefined;
  return speechSynthesis
    .getVoices()
    .find(({ localService, lang }) => localService && lang.toLowerCase().startsWith(language));
}

/** Calls when the voices are known, which may be later than the page. */
export function onVoices(changed: () => void): () => void {
  if (!('speechSynthesis' in window)) return () => undefined;
  speechSynthesis.addEventListener('voiceschanged', changed);
  return () => speechSynthesis.removeEventListener('voiceschanged', changed);
}

/** A little slower than talk. */
const pace = 0.9;

export function speak(sentences: readonly string[], voice: SpeechSynthesisVoice): void {
  speechSynthesis.cancel();
  for (const sentence of sentences) {
    const utterance = new SpeechSynthesisUtterance(sentence);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.rate = pace;
    speechSynthesis.speak(utterance);
  }
}

export const hush = (): void => {
  if ('speechSynthesis' in window) speechSynthesis.cancel();
};
