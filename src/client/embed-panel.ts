// The embed panel of a chart's page: buttons that copy, and a frame that shows the embed at three widths. Without this
// script the code can be selected and the embed is a link.
const panel = document.querySelector<HTMLElement>(".embed-panel")!;
const report = panel.querySelector<HTMLElement>("[data-copied]")!;

for (const button of panel.querySelectorAll<HTMLButtonElement>("[data-copy]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const code = button.parentElement!.querySelector("code")!;
    navigator.clipboard.writeText(code.textContent).then(
      () => (report.textContent = "Copied."),
      () => {
        // No permission, or no secure page: what is selected can be copied by hand.
        getSelection()?.selectAllChildren(code);
        report.textContent = "Selected. Copy it with your keyboard.";
      },
    );
  });
}

const preview = panel.querySelector<HTMLElement>(".embed-preview")!;
const box = document.createElement("div");
box.className = "embed-preview__box";
box.tabIndex = 0;
box.role = "region";
box.ariaLabel = "Preview";
let frame = document.createElement("iframe");
frame.title = preview.dataset.title!;
frame.loading = "lazy";
preview.append(box);
preview.querySelector<HTMLElement>(".filters")!.hidden = false;

// The widest that has room: a phone gets a phone's.
const widths = [...preview.querySelectorAll<HTMLInputElement>("[name=embed-width]")];
(widths.findLast((input) => Number(input.value) <= preview.clientWidth) ?? widths[0]!).checked = true;

function checked(name: string): HTMLInputElement {
  return panel.querySelector<HTMLInputElement>(`input[name="${name}"]:checked`)!;
}

function show(): void {
  const theme = checked("embed-theme").value;
  const address = preview.dataset.src! + (theme === "auto" ? "" : `?theme=${theme}`);
  if (frame.getAttribute("src") !== address) {
    // A new frame, because a new address in the old one would be a step of the reader's history.
    frame = frame.cloneNode() as HTMLIFrameElement;
    frame.src = address;
    box.replaceChildren(frame);
  }
  const { value: width, dataset } = checked("embed-width");
  frame.width = width;
  frame.height = dataset.height!;
}
show();
panel.addEventListener("change", show);
