// Buttons that copy the code beside them, or the text they carry, and say that they did. Without this script code can be selected.
import { copyText } from "./copy-text.ts";

/** How long a button says it, ms. */
const SAID = 2000;

const report = document.createElement("p");
report.className = "visually-hidden";
report.role = "status";
report.dataset.copied = "";
document.body.append(report);

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
  const name = button.textContent;
  const code = button.parentElement?.querySelector("code");
  button.hidden = false;
  button.addEventListener("click", async () => {
    if (await copyText(button.dataset.text ?? code?.textContent ?? "")) {
      button.textContent = "Copied";
      report.textContent = `Copied: ${button.dataset.copy}`;
      setTimeout(() => (button.textContent = name), SAID);
    } else {
      // What is selected can be copied by hand.
      if (code) getSelection()?.selectAllChildren(code);
      report.textContent = code ? "Selected. Copy it with your keyboard." : "Not copied.";
    }
  });
}
