// The embed panel of a chart's page: a frame that shows the embed at three widths. Without this script it is a link.
export {};

function part<Part extends HTMLElement>(selector: string): Part {
  const found = document.querySelector<Part>(`.embed-panel${selector}`);
  if (!found) throw new Error(`there is no ${selector}`);
  return found;
}

const panel = part("");
const preview = part(" .embed-preview");
const box = document.createElement("div");
box.className = "embed-preview__box";
box.tabIndex = 0;
box.role = "region";
box.ariaLabel = "Preview";
let frame = document.createElement("iframe");
frame.title = preview.dataset.title ?? "";
frame.loading = "lazy";
preview.append(box);
part(" .embed-preview .filters").hidden = false;

// The widest that has room: a phone gets a phone's.
const widths = [...preview.querySelectorAll<HTMLInputElement>("[name=embed-width]")];
const widest = widths.findLast((input) => Number(input.value) <= preview.clientWidth) ?? widths[0];
if (widest) widest.checked = true;

function checked(name: string): HTMLInputElement {
  return part<HTMLInputElement>(` input[name="${name}"]:checked`);
}

function show(): void {
  const theme = checked("embed-theme").value;
  const address = `${preview.dataset.src}${theme === "auto" ? "" : `?theme=${theme}`}`;
  if (frame.getAttribute("src") !== address) {
    // A new frame, because a new address in the old one would be a step of the reader's history.
    frame = frame.cloneNode() as HTMLIFrameElement;
    frame.src = address;
    box.replaceChildren(frame);
  }
  const { value: width, dataset } = checked("embed-width");
  frame.width = width;
  frame.height = dataset.height ?? "";
}
show();
panel.addEventListener("change", show);
