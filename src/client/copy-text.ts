/**
 * Puts `text` on the clipboard; resolves to whether it is there. Without HTTPS, or inside some frames, `navigator.clipboard`
 * is missing or refuses: then the old command copies it from a field.
 */
export async function copyText(text: string): Promise<boolean> {
  const { clipboard } = navigator as { clipboard?: Clipboard };
  const done = await clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  return done || copySelected(text);
}

function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  // A modal dialog takes no focus outside of itself.
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  const done = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return done;
}

/** Lets a button say what it has done, for two seconds. */
export function sayOn(button: HTMLElement, words: string): void {
  const name = (button.dataset.name ??= button.textContent);
  button.textContent = words;
  setTimeout(() => (button.textContent = name), 2000);
}
