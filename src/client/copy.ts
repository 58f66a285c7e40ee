const COPIED_SHOWN_MS = 2000;

/**
 * Puts `text` on the clipboard; resolves to whether it is there. Without HTTPS, or inside some frames, `navigator.clipboard`
 * is missing or rejects: then the old command copies from a field.
 */
export async function copyText(text: string): Promise<boolean> {
  const { clipboard } = navigator as { clipboard?: Clipboard };
  const isCopied = await clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  return isCopied || copySelected(text);
}

function copySelected(text: string): boolean {
  const focused = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "visually-hidden";
  // A modal dialog takes no focus outside of itself.
  (document.querySelector("dialog[open]") ?? document.body).append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  return isCopied;
}

// `[data-copy="name"]` copies its `data-text`, or the code of its block. Without this script the code can be selected.
const status = document.createElement("p");
status.className = "visually-hidden";
status.role = "status";
status.dataset.copied = "";
document.body.append(status);

document.addEventListener("click", async (event) => {
  const button = (event.target as Element).closest<HTMLElement>("[data-copy]");
  if (!button) return;
  event.preventDefault();
  const { copy: name, text } = button.dataset;
  const code = button.closest(".code-block, .sources__cite")?.querySelector("code");
  if (await copyText(text ?? code?.textContent ?? "")) {
    const label = (button.dataset.label ??= button.textContent);
    button.textContent = "Copied";
    setTimeout(() => (button.textContent = label), COPIED_SHOWN_MS);
    status.textContent = `Copied: ${name}`;
  } else {
    // What is selected can be copied by hand.
    if (code) getSelection()?.selectAllChildren(code);
    status.textContent = code ? "Selected. Copy it with your keyboard." : "Not copied.";
  }
});
