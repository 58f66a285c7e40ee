import "./receipts.ts";

// Shows the section being read in a bar with the contents, and marks it in the list.
const list = document.querySelector<HTMLOListElement>(".toc[data-bar] ol");
const headings = [...document.querySelectorAll<HTMLElement>(".prose > h2[id]")];
/** Where a heading counts as reached, as a share of the height of the screen. */
const READING_LINE = 0.3;

if (list) {
  const bar = document.createElement("div");
  bar.className = "reading-bar no-print";
  bar.hidden = true;
  const name = document.createElement("b");
  const contents = document.createElement("details");
  const summary = document.createElement("summary");
  summary.textContent = "Contents";
  contents.append(summary, list.cloneNode(true));
  bar.append(name, contents);
  document.querySelector("#main")?.prepend(bar);
  contents.addEventListener("click", ({ target }) => {
    if ((target as Element).closest("a")) contents.open = false;
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") contents.open = false;
  });

  const links = [...document.querySelectorAll<HTMLAnchorElement>(".toc[data-bar] a, .reading-bar a")];
  const markSection = () => {
    const here = headings.findLast(
      (heading) => heading.getBoundingClientRect().top < innerHeight * READING_LINE,
    );
    bar.hidden = !here || headings[0] === here;
    name.textContent = here?.firstChild?.textContent ?? "";
    for (const link of links)
      if (link.hash.slice(1) === here?.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
  };
  const watch = new IntersectionObserver(markSection, {
    rootMargin: `0px 0px ${-100 * (1 - READING_LINE)}% 0px`,
  });
  for (const heading of headings) watch.observe(heading);
}
