import { element } from "./dom.ts";
import "./citation-panel.ts";

// Shows the current section in the contents bar and marks it in the list.
const list = document.querySelector<HTMLOListElement>(".toc ol");
const headings = [...document.querySelectorAll<HTMLElement>(".prose > h2[id]")];
/** As a share of the screen height. */
const READING_LINE = 0.3;
/** Higher than any page: a heading that a jump passes counts as one that was scrolled past. */
const FAR_PX = 1e6;

if (list) {
  const name = element("b");
  const contents = element("details", {}, element("summary", {}, "Contents"), list.cloneNode(true));
  contents.dataset.menu = "";
  const bar = element("div", { className: "reading-bar no-print", hidden: true }, name, contents);
  document.querySelector("main")?.prepend(bar);

  const links = [...document.querySelectorAll<HTMLAnchorElement>(".toc a, .reading-bar a")];
  const markSection = () => {
    const here = headings.findLast(
      (heading) => heading.getBoundingClientRect().top < innerHeight * READING_LINE,
    );
    bar.hidden = !here || headings[0] === here;
    name.textContent = here?.firstChild?.textContent ?? "";
    for (const link of links) link.ariaCurrent = link.hash.slice(1) === here?.id ? "true" : null;
  };
  const watch = new IntersectionObserver(markSection, {
    rootMargin: `${FAR_PX}px 0px ${-100 * (1 - READING_LINE)}% 0px`,
  });
  for (const heading of headings) watch.observe(heading);
}
