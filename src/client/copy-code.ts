// Buttons that copy the code beside them, or the text they carry, and say that they did. Without this script code can be selected.
import { copyText, sayOn } from "./copy-text.ts";

const report = document.createElement("p");
report.className = "visually-hidden";
report.role = "status";
report.dataset.copied = "";
document.body.append(report);

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
  const code = button.parentElement?.querySelector("code");
  button.addEventListener("click", async () => {
    if (await copyText(button.dataset.text ?? code?.textContent ?? "")) {
      sayOn(button, "Copied");
      report.textContent = `Copied: ${button.dataset.copy}`;
    } else {
      // What is selected can be copied by hand.
      if (code) getSelection()?.selectAllChildren(code);
      report.textContent = code ? "Selected. Copy it with your keyboard." : "Not copied.";
    }
  });
}
