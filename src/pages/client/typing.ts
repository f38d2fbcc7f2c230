/** Milliseconds of rest after which what was typed is searched. */
const rest = 120;

/** Calls once somebody rests who types into a form or changes it; not amid the composition of a character. */
export function onTyping(form: HTMLFormElement, then: () => unknown): void {
  let timer = 0;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(then, rest);
  };
  form.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) soon();
  });
  form.addEventListener('compositionend', soon);
}
