// Buttons that copy the code beside them, and say that they did. Without this script the code can be selected.

/** How long a button says it, ms. */
const SAID = 2000;

const report = document.createElement("p");
report.className = "visually-hidden";
report.role = "status";
report.dataset.copied = "";
document.body.append(report);

for (const button of document.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const code = button.parentElement!.querySelector("code")!;
    navigator.clipboard.writeText(code.textContent).then(
      () => {
        button.textContent = "Copied";
        report.textContent = `Copied: ${button.dataset.copy}`;
        setTimeout(() => (button.textContent = "Copy"), SAID);
      },
      () => {
        // No permission, or no secure page: what is selected can be copied by hand.
        getSelection()?.selectAllChildren(code);
        report.textContent = "Selected. Copy it with your keyboard.";
      },
    );
  });
}
