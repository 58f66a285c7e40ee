import "./copy.ts";

// `<a data-panel href="#id">` opens the panel of that id below its row. Without this script the panel shows as the target of
// the link. An article leaves the panel on the chart's page: there it is fetched from.
async function fetchPanel(link: HTMLAnchorElement): Promise<HTMLElement | undefined> {
  const response = await fetch(link.href);
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const panel = page.querySelector<HTMLElement>(link.hash);
  if (!panel) return undefined;
  panel.id = `${link.hash.slice(1)}-${link.pathname.split("/").at(-2)}`;
  link.closest(".figure__row")?.after(panel);
  return panel;
}

async function toggle(link: HTMLAnchorElement, open?: boolean): Promise<void> {
  const id = link.getAttribute("aria-controls") ?? link.hash.slice(1);
  const panel = document.getElementById(id) ?? (await fetchPanel(link));
  if (!panel) return void location.assign(link.href);
  link.setAttribute("aria-controls", panel.id);
  const isOpen = open ?? link.ariaExpanded !== "true";
  // One at a time in a row.
  if (isOpen)
    for (const other of link.parentElement?.querySelectorAll<HTMLAnchorElement>("[data-panel]") ?? [])
      if (other !== link && other.ariaExpanded === "true") void toggle(other, false);
  link.ariaExpanded = String(isOpen);
  panel.dataset.open = String(isOpen);
  const box = panel.querySelector<HTMLElement>(".embed-box");
  if (isOpen && box) (await import("./embed-box.ts")).connectEmbedBox(box);
}

for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-panel]")) {
  link.role = "button";
  link.ariaExpanded = "false";
  link.addEventListener("click", (event) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    void toggle(link).catch(() => location.assign(link.href));
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    link.click();
  });
  if (link.pathname === location.pathname && link.hash === location.hash) void toggle(link, true);
}
