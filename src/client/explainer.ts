import { element } from "./dom.ts";
import "./citation-panel.ts";

// Shows the section that is read in the header, where it opens the contents, and marks it in the list.
const list = document.querySelector<HTMLOListElement>(".toc ol");
const headings = [...document.querySelectorAll<HTMLElement>(".prose > h2[id]")];
/** As a share of the screen height. */
const READING_LINE = 0.3;
/** Higher than any page: a heading that a jump passes counts as one that was scrolled past. */
const FAR_PX = 1e6;

if (list) {
  const name = element("summary");
  const section = element("details", { className: "site-section", hidden: true }, name, list.cloneNode(true));
  section.dataset.menu = "";
  const brand = document.querySelector(".brand");
  brand?.after(section);

  const links = [...document.querySelectorAll<HTMLAnchorElement>(".toc a, .site-section a")];
  const markSection = () => {
    const here = headings.findLast(
      (heading) => heading.getBoundingClientRect().top < innerHeight * READING_LINE,
    );
    section.hidden = !here || headings[0] === here;
    brand?.classList.toggle("is-replaced", !section.hidden);
    name.textContent = here?.firstChild?.textContent ?? "";
    for (const link of links) link.ariaCurrent = link.hash.slice(1) === here?.id ? "true" : null;
  };
  const watch = new IntersectionObserver(markSection, {
    rootMargin: `${FAR_PX}px 0px ${-100 * (1 - READING_LINE)}% 0px`,
  });
  for (const heading of headings) watch.observe(heading);
}
