import "./receipts.ts";

// Marks the section that is being read in the list of sections.
const links = new Map(
  [...document.querySelectorAll<HTMLAnchorElement>(".toc a")].map((link) => [link.hash.slice(1), link]),
);
const headings = [...document.querySelectorAll(".prose > h2, .source-list h2")].filter(({ id }) =>
  links.has(id),
);
/** The line that a heading has passed when its section is read, as a part of the screen from its top. */
const LINE = 0.3;

const watch = new IntersectionObserver(
  () => {
    const here = headings.findLast((heading) => heading.getBoundingClientRect().top < innerHeight * LINE);
    for (const [id, link] of links)
      if (id === here?.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
  },
  { rootMargin: `0px 0px ${-100 * (1 - LINE)}% 0px` },
);
for (const heading of headings) watch.observe(heading);

// On a long page the header goes with the text and comes back when one scrolls up.
const { classList } = document.documentElement;
const header = document.querySelector<HTMLElement>(".site-header");
/** Less is a finger that trembles, px. */
const STEP = 6;
let last = scrollY;

addEventListener(
  "scroll",
  () => {
    const moved = scrollY - last;
    if (Math.abs(moved) < STEP) return;
    last = scrollY;
    classList.toggle("header-back", moved < 0 && !!header && scrollY > header.offsetHeight);
  },
  { passive: true },
);
// A jump shows the place that it leads to.
addEventListener("hashchange", () => classList.remove("header-back"));
